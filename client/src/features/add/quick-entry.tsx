import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';
import type { AddFormProps } from './add-party';
import { useQuickEntry } from './use-quick-entry';

/** One line makes two teams and a link; parties that are there by name are taken. */
export function QuickEntry({ onAdded, focusAtOnce }: AddFormProps) {
  const { t } = useTranslation();
  const enterLine = useQuickEntry();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const field = useFocusAtOnce<HTMLInputElement>(focusAtOnce);

  const enter = (event: SyntheticEvent) => {
    event.preventDefault();
    const entered = enterLine(text);
    setProblem('problem' in entered ? entered.problem : undefined);
    if ('problem' in entered) return;
    setSaid(entered.said);
    setText('');
    field.current?.focus();
    onAdded({ type: 'link', id: entered.link });
  };

  return (
    <form onSubmit={enter}>
      <Stack gap="xs">
        <Group align="flex-start" wrap="nowrap" gap="xs">
          <TextInput
            ref={field}
            flex={1}
            miw={0}
            aria-label={t('add.quickLabel')}
            placeholder={t('add.quickExample')}
            value={text}
            error={problem}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          <Button type="submit" flex="none">
            {t('add.enter')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t('add.quickHint')}
        </Text>
        <Text size="xs" role="status">
          {said}
        </Text>
      </Stack>
    </form>
  );
}
