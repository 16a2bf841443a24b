import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Says that something was removed and offers it back: no question was asked before. */
export function sayRemoved(name: string, undo: () => void): void {
  const id = `removed-${crypto.randomUUID()}`;
  notifications.show({
    id,
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{i18next.t('edit.removed', { name })}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            undo();
            notifications.hide(id);
          }}
        >
          {i18next.t('edit.undo')}
        </Button>
      </Group>
    ),
  });
}
