import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Clash, Conflict } from '../../open-map/open-map-state';
import { itemAt } from '../../open-map/apply-changes';
import { linkInWords, nameOf } from '../../open-map/name-of';
import { useContent, useOpenMap } from '../../open-map/use-open-map';
import { fieldInWords } from '../../show/field-in-words';
import { valueInWords } from './value-in-words';

/** My edits that met somebody else's: both texts side by side, and the choice which one stays. */
export default function Conflicts({ shown, onClose }: { shown: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const conflicts = useOpenMap((map) => map.conflicts);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('app.close') }}
      opened={shown && conflicts.length > 0}
      onClose={onClose}
      title={t('conflict.title')}
      size="lg"
    >
      <Stack gap="xl">
        <Text size="sm">{t('conflict.explained')}</Text>
        {conflicts.map((conflict) => (
          <OneConflict key={conflict.waiting.key} conflict={conflict} />
        ))}
      </Stack>
    </Modal>
  );
}

function OneConflict({ conflict: { waiting, clashes } }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const settle = useOpenMap((map) => map.settle);
  const isGone = clashes.some((clash) => clash.theirs === undefined);
  return (
    <Stack gap="sm">
      {clashes.map((clash) => (
        <OneClash key={`${clash.item.type} ${clash.item.id} ${clash.field}`} clash={clash} />
      ))}
      <Group>
        {!isGone && <Button onClick={() => settle(waiting.key, 'mine')}>{t('conflict.useMine')}</Button>}
        <Button variant="default" onClick={() => settle(waiting.key, 'theirs')}>
          {t(isGone ? 'conflict.letGo' : 'conflict.keepTheirs')}
        </Button>
      </Group>
    </Stack>
  );
}

function OneClash({ clash }: { clash: Clash }) {
  const { t } = useTranslation();
  const content = useContent();
  const item = useOpenMap((map) => itemAt(map.items, clash.item));
  const name = !item
    ? clash.item.id
    : item.type === 'link'
      ? linkInWords(content, item)
      : item.type === 'statement'
        ? nameOf(content, item.link)
        : item.name;
  return (
    <Stack gap={4}>
      <Text fw={650}>{t('conflict.field', { name, field: fieldInWords(clash.field) })}</Text>
      <Text size="sm">
        {t('conflict.mine', { text: valueInWords(clash.field, clash.mine, content.map) })}
      </Text>
      <Text size="sm">
        {clash.theirs === undefined
          ? t('conflict.gone')
          : t('conflict.theirs', { text: valueInWords(clash.field, clash.theirs, content.map) })}
      </Text>
    </Stack>
  );
}
