import { Button, TextInput } from '@mantine/core';
import { limits } from '@downstream/graph-schema/limits';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { newLink } from '../../open-map/new-items';
import { useOpenMap } from '../../open-map/use-open-map';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';

/** Two parties without a link, and the way back to their cell. */
export interface Pair {
  provider: string;
  customer: string;
  back: () => void;
}

export interface ConnectHereProps {
  pair: Pair;
  content: MapContent;
  /** With the new link's id, or nothing where it was called off. */
  onDone: (link: string | undefined) => void;
}

/** Asks what is handed on, and makes the link. */
export function ConnectHere({ pair, content, onDone }: ConnectHereProps) {
  const { t } = useTranslation();
  const { provider, customer } = pair;
  const edit = useOpenMap((map) => map.edit);
  const [output, setOutput] = useState('');
  const [problem, setProblem] = useState<string>();
  const field = useFocusAtOnce<HTMLInputElement>(true);
  const title = t('matrix.connect', {
    provider: nameOf(content, provider),
    customer: nameOf(content, customer),
  });

  const connect = (event: SyntheticEvent) => {
    event.preventDefault();
    const link = newLink(provider, customer, output.trim());
    const flaw = edit([{ op: 'put', item: link }])[0];
    if (flaw) setProblem(t('edit.flaw', { message: flaw.message }));
    else onDone(link.id);
  };

  return (
    <form className="matrix-connect" onSubmit={connect} aria-label={title}>
      <p>{title}</p>
      <TextInput
        ref={field}
        label={t('matrix.what')}
        placeholder={t('add.outputExample')}
        value={output}
        maxLength={limits.output}
        error={problem}
        onChange={({ currentTarget }) => setOutput(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone(undefined);
        }}
      />
      <Button type="submit">{t('matrix.add')}</Button>
      <Button variant="default" onClick={() => onDone(undefined)}>
        {t('matrix.cancel')}
      </Button>
    </form>
  );
}
