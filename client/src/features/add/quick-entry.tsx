import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import { parseQuickEntry } from '@downstream/graph-schema/quick-entry';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { linksByName } from '../../open-map/links-by-name';
import { linkInWords } from '../../open-map/name-of';
import { contentOfItems, useOpenMapStore } from '../../open-map/use-open-map';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';
import type { AddFormProps } from './add-party';

/** One line makes two teams and a link; parties that are there by name are taken. */
export function QuickEntry({ onAdded, focusAtOnce }: AddFormProps) {
  const { t } = useTranslation();
  const store = useOpenMapStore();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const field = useFocusAtOnce<HTMLInputElement>(focusAtOnce);

  const enter = (event: SyntheticEvent) => {
    event.preventDefault();
    const { items, edit } = store.getState();
    const content = contentOfItems(items);
    const read = parseQuickEntry(text, workingTimeOf(content.map));
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    const { changes, added } = linksByName(content, read.links, 'team');
    const flaw = edit(changes)[0];
    setProblem(flaw && t('add.flaw', { message: flaw.message }));
    if (flaw) return;
    const after = contentOfItems(store.getState().items);
    setSaid(t('add.added', { what: added.map((link) => linkInWords(after, link)).join('; ') }));
    setText('');
    const last = added.at(-1);
    if (last) onAdded({ type: 'link', id: last.id });
  };

  return (
    <form onSubmit={enter}>
      <Stack gap="xs">
        <Group align="flex-start" wrap="nowrap" gap="xs">
          <TextInput
            ref={field}
            style={{ flexGrow: 1 }}
            aria-label={t('add.quickLabel')}
            placeholder={t('add.quickExample')}
            value={text}
            error={problem}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          <Button type="submit">{t('add.enter')}</Button>
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
