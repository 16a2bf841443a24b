import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import '../../text/en-shortcuts';

const shortcuts = [
  { keys: ['/'], does: 'search' },
  { keys: ['N'], does: 'add' },
  { keys: ['C'], does: 'connect' },
  { keys: ['F2'], does: 'rename' },
  { keys: ['Del'], does: 'remove' },
  { keys: ['R'], does: 'ripple' },
  { keys: ['F'], does: 'focus' },
  { keys: ['1 … 9'], does: 'hops' },
  { keys: ['V'], does: 'seeFrom' },
  { keys: ['G'], does: 'fold' },
  { keys: ['Shift', 'G'], does: 'foldAll' },
  { keys: ['Alt', '← ↑ → ↓'], does: 'move' },
  { keys: ['Ctrl', 'Z'], does: 'undo' },
  { keys: ['Ctrl', 'Shift', 'Z'], does: 'redo' },
  { keys: ['P'], does: 'present' },
  { keys: ['G'], does: 'guess' },
  { keys: ['Esc'], does: 'unselect' },
  { keys: ['?'], does: 'help' },
] as const;

/** Every key that does something on the map page. */
export default function ShortcutList({ shown, onClose }: { shown: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('app.close') }}
      opened={shown}
      onClose={onClose}
      title={t('shortcuts.title')}
    >
      <Stack gap="xs">
        {shortcuts.map(({ keys, does }) => (
          <Group key={does} justify="space-between" wrap="nowrap">
            <Text size="sm">{t(`shortcuts.${does}`)}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key} style={{ whiteSpace: 'nowrap' }}>
                  {key}
                </Kbd>
              ))}
            </Group>
          </Group>
        ))}
        <Text size="sm" c="dimmed" mt="sm">
          {t('shortcuts.picture')}
        </Text>
      </Stack>
    </Modal>
  );
}
