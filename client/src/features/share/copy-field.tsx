import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A text to take elsewhere, on one line or on several. */
export function CopyField({ label, text, lines = 1 }: { label: string; text: string; lines?: number }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const select = () => input.current?.select();
  const field = { ref: input, label, value: text, readOnly: true, style: { flexGrow: 1 }, onFocus: select };

  const copy = async () => {
    // Selected first: where the browser copies nothing, the keys for copying still do.
    select();
    setCopied(await copies(text));
  };

  return (
    <Group align="flex-end" wrap="nowrap">
      {lines > 1 ? <Textarea {...field} rows={lines} /> : <TextInput {...field} />}
      <Button onClick={() => void copy()} onBlur={() => setCopied(false)}>
        {t(copied ? 'share.copied' : 'share.copy')}
      </Button>
    </Group>
  );
}

/** Copies a text that is selected; answers whether it could. */
async function copies(text: string): Promise<boolean> {
  // A page that is read over plain http, as in a meeting room, has no clipboard but this older way.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (!('clipboard' in navigator)) return document.execCommand('copy');
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
