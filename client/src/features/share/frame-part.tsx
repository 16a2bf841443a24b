import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { createAccess } from '../../server/create-access';
import { failureInWords } from '../../server/failure-in-words';
import { Part } from '../../ui/part';
import { ProblemNotice } from '../../ui/problem-notice';
import { CopyField } from './copy-field';
import { frameCode } from './frame-code';
import '../../text/en-export';

export interface FramePartProps {
  map: string;
  name: string;
  /** The view, as it stands in the address. */
  search: string;
  onMade: () => Promise<unknown>;
}

/** The map on another site: a viewer's link of its own, inside the code for a frame. */
export function FramePart({ map, name, search, onMade }: FramePartProps) {
  const { t } = useTranslation();
  const make = useMutation({ mutationFn: () => createAccess(map, 'viewer'), onSuccess: onMade });
  return (
    <Part title={t('export.embed.title')}>
      <Text size="sm" c="dimmed">
        {t('export.embed.hint')}
      </Text>
      {make.data ? (
        <>
          <CopyField
            label={t('export.embed.code')}
            text={frameCode({ origin: location.origin, map, name, search, secret: make.data.secret })}
            lines={5}
          />
          <Text size="sm">{t('export.embed.made')}</Text>
        </>
      ) : (
        <Group>
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
            {t('export.embed.create')}
          </Button>
        </Group>
      )}
      {make.error && <ProblemNotice {...failureInWords(make.error)} />}
    </Part>
  );
}
