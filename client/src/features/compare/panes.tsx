import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '../../text/en-compare';

export type Which = 'before' | 'after';
const which = ['before', 'after'] as const;

export interface PanesProps {
  /** The two pictures. */
  before: ReactNode;
  after: ReactNode;
  /** What each comes to, in a sentence. */
  verdicts: Record<Which, string>;
  /** How many things are different. */
  changes: number;
  /** What the difference is, in words. */
  difference: string;
  /** One at a time, to be switched between, where the screen is too narrow for two. */
  isNarrow: boolean;
}

/** Two ripples side by side; on a narrow screen one over the other, and a switch between them. */
export function Panes({ before, after, verdicts, changes, difference, isNarrow }: PanesProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Which>('after');
  const pictures = { before, after };
  const captions = {
    before: t('compare.beforeCaption'),
    after: t('compare.afterCaption', { count: changes }),
  };
  return (
    <div className="compare-panes" data-narrow={isNarrow}>
      <h2 className="compare-difference">{difference}</h2>
      {isNarrow && (
        <SegmentedControl
          fullWidth
          className="compare-switch"
          aria-label={t('compare.shown')}
          value={shown}
          onChange={setShown}
          data={which.map((value) => ({ value, label: t(`compare.${value}`) }))}
        />
      )}
      {which.map((one) => (
        <section
          key={one}
          className="compare-pane"
          aria-label={t(`compare.${one}`)}
          // The one behind keeps its place and its view, so that a switch shows the same part of the map.
          inert={isNarrow && shown !== one}
          data-hidden={isNarrow && shown !== one}
        >
          <header className="compare-caption">
            <strong>{t(`compare.${one}`)}</strong>
            <span>{captions[one]}</span>
            <p>{verdicts[one]}</p>
          </header>
          <div className="compare-picture">{pictures[one]}</div>
        </section>
      ))}
    </div>
  );
}
