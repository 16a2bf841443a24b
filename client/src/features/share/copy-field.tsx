import { Button, CopyButton, Group, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A text to take elsewhere, on one line or on several. */
export function CopyField({ label, text, lines = 1 }: { label: string; text: string; lines?: number }) {
  const { t } = useTranslation();
  const field = { label, value: text, readOnly: true, style: { flexGrow: 1 } };
  return (
    <Group align="flex-end" wrap="nowrap">
      {lines > 1 ? (
        <Textarea {...field} rows={lines} onFocus={(event) => event.currentTarget.select()} />
      ) : (
        <TextInput {...field} onFocus={(event) => event.currentTarget.select()} />
      )}
      <CopyButton value={text}>
        {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'share.copied' : 'share.copy')}</Button>}
      </CopyButton>
    </Group>
  );
}
