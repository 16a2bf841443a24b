import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Says that a change was kept and offers to take it back. */
export function sayKept(undo: () => void): void {
  const id = `kept-${crypto.randomUUID()}`;
  notifications.show({
    id,
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{i18next.t('compare.kept')}</Text>
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
