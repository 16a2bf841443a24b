import { referenceKey } from '@downstream/graph-schema/item';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenMap } from '../../open-map/use-open-map';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';
import type { AddFormProps } from './add-party';
import { useQuickEntry } from './use-quick-entry';

/** One line makes two teams and a link; parties that are there by name are taken. */
export function QuickEntry({ onAdded, focusAtOnce }: AddFormProps) {
  const { t } = useTranslation();
  const enterLine = useQuickEntry();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [added, setAdded] = useState<{ link: string; said: string }>();
  const isThere = useOpenMap(
    ({ items }) => added && items.has(referenceKey({ type: 'link', id: added.link })),
  );
  const field = useFocusAtOnce<HTMLInputElement>(focusAtOnce);

  const enter = (event: SyntheticEvent) => {
    event.preventDefault();
    const entered = enterLine(text);
    setProblem('problem' in entered ? entered.problem : undefined);
    if ('problem' in entered) return;
    setAdded(entered);
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
          {isThere && problem === undefined && added?.said}
        </Text>
      </Stack>
    </form>
  );
}
