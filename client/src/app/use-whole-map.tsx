import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { allSent } from '../open-map/all-sent';
import { useContent, useOpenMap, useOpenMapStore } from '../open-map/use-open-map';
import { deleteMap } from '../server/delete-map';
import { failureInWords } from '../server/failure-in-words';
import { importMapFile } from '../server/import-map-file';
import { readMapFile } from '../server/read-map-file';
import { whoAmI } from '../server/who-am-i';
import { ProblemNotice } from '../ui/problem-notice';

export interface WholeMap {
  /** Absent where this browser may not. */
  copy: (() => void) | undefined;
  askToDelete: (() => void) | undefined;
  dialog: ReactNode;
}

/** What is done with a map as a whole: a copy of it, or its end, which alone is asked about twice. */
export function useWholeMap(): WholeMap {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const open = useOpenMapStore();
  const { map } = useContent();
  const role = useOpenMap((state) => state.role);
  const me = useQuery({ queryKey: ['me'], queryFn: whoAmI });
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const copy = async () => {
    try {
      await allSent(open);
      const file = await readMapFile(map.id, 'json');
      const { id } = await importMapFile(file, 'application/json', t('map.copyName', { name: map.name }));
      await queries.invalidateQueries({ queryKey: ['maps'] });
      await navigate(`/maps/${encodeURIComponent(id)}`);
      notifications.show({ message: t('map.copied') });
    } catch (reason) {
      notifications.show({ color: 'red', message: failureInWords(reason).sentence });
    }
  };
  const end = async () => {
    try {
      await deleteMap(map.id);
      await queries.invalidateQueries({ queryKey: ['maps'] });
      await navigate('/');
      notifications.show({ message: t('map.deleted', { name: map.name }) });
    } catch (reason) {
      setFailure(reason);
    }
  };

  return {
    copy: me.data?.host === true ? () => void copy() : undefined,
    askToDelete: role === 'owner' ? () => setAsking(true) : undefined,
    dialog: (
      <Modal
        closeButtonProps={{ 'aria-label': t('app.close') }}
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('map.deleteTitle', { name: map.name })}
      >
        <Stack>
          <Text>{t('map.deleteExplained')}</Text>
          {failure !== undefined && <ProblemNotice {...failureInWords(failure)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              {t('map.keep')}
            </Button>
            <Button color="var(--hit-text)" onClick={() => void end()}>
              {t('map.deleteForGood')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    ),
  };
}
