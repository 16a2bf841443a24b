import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { allTheWay, mostHops, type Reach } from '../../open-map/reach';
import '../../text/en-focus';
import { ModeBar } from '../../ui/mode-bar';
import './focus.css';

export interface FocusBarProps {
  content: MapContent;
  reach: Reach;
  onHops: (hops: number) => void;
  onSelect: (item: ItemReference) => void;
  onEnd: () => void;
}

/** More buttons than these would fill a phone; the keys go on to nine. */
const mostButtons = 4;

/** Whose focus it is, how many are upstream and downstream in words, how far to look, and the way out. */
export default function FocusBar({ content, reach, onHops, onSelect, onEnd }: FocusBarProps) {
  const { t } = useTranslation();
  const { party, hops, upstream, downstream, farthest } = reach;
  const both = [...upstream.keys()].filter((id) => downstream.has(id)).length;
  const counts = { upstream: upstream.size, downstream: downstream.size };
  const steps = Array.from({ length: Math.min(mostButtons, mostHops, farthest) }, (_, index) => index + 1);
  return (
    <ModeBar
      label={t('focus.label', { name: nameOf(content, party) })}
      words={
        <>
          <strong>{nameOf(content, party)}</strong>
          {hops === allTheWay ? t('focus.all', counts) : t('focus.within', { ...counts, count: hops })}
          {both > 0 && <small>{t('focus.both', { count: both })}</small>}
        </>
      }
      endLabel={t('focus.end')}
      onEnd={onEnd}
    >
      <div className="focus-hops" role="group" aria-label={t('focus.hops')}>
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            aria-label={t('focus.hop', { count: step })}
            aria-pressed={hops === step}
            onClick={() => onHops(step)}
          >
            {step}
          </button>
        ))}
        <button type="button" aria-pressed={hops === allTheWay} onClick={() => onHops(allTheWay)}>
          {t('focus.everyone')}
        </button>
      </div>
      <details className="focus-names">
        <summary>{t('focus.names')}</summary>
        <div className="focus-sides lifted">
          <Side title={t('focus.upstream')} found={upstream} content={content} onSelect={onSelect} />
          <Side title={t('focus.downstream')} found={downstream} content={content} onSelect={onSelect} />
        </div>
      </details>
    </ModeBar>
  );
}

interface SideProps extends Pick<FocusBarProps, 'content' | 'onSelect'> {
  title: string;
  found: ReadonlyMap<string, number>;
}

/** The names behind a count, the nearest first: for those who read rather than look. */
function Side({ title, found, content, onSelect }: SideProps) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className="part-heading">{title}</h3>
      {found.size === 0 ? (
        <p>{t('focus.nobody')}</p>
      ) : (
        <ol>
          {[...found].map(([id, distance]) => (
            <li key={id}>
              <button type="button" onClick={() => onSelect({ type: 'party', id })}>
                {nameOf(content, id)} <small>{t('focus.away', { count: distance })}</small>
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
