import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOpenMap } from '../../open-map/use-open-map';

/** Whether what I did is safe: saved, on its way, waiting for the network, or in need of a word from me. */
export function SaveState({ onShowConflicts }: { onShowConflicts: () => void }) {
  const { t } = useTranslation();
  const waiting = useOpenMap((map) => map.waiting.length);
  const online = useOpenMap((map) => map.online);
  const conflicts = useOpenMap((map) => map.conflicts.length);
  if (conflicts > 0) {
    return (
      <Button size="compact-sm" className="conflict-button" onClick={onShowConflicts}>
        {t('saving.conflicts', { count: conflicts })}
      </Button>
    );
  }
  const state =
    waiting === 0 && online
      ? t('saving.saved')
      : online
        ? t('saving.saving')
        : waiting === 0
          ? t('saving.offline')
          : t('saving.waiting', { count: waiting });
  return (
    <Text size="sm" c="dimmed" role="status" className="save-state">
      {state}
    </Text>
  );
}
