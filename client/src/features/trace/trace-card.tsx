import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Absorbed } from '@downstream/ripple/absorbed';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { shortDuration } from '../../show/duration';
import '../../text/en-trace';
import { phrasesText } from '../../text/phrases';
import type { Trace, TraceStep } from './trace-of';
import './trace.css';

export interface TraceCardProps {
  content: MapContent;
  trace: Trace;
  party: string;
  /** Absent for a glance under the mouse: nothing in it can be pressed then. */
  onSelect?: ((item: ItemReference) => void) | undefined;
  onClose?: (() => void) | undefined;
}

/** Longer chains are told by their ends until all of it is asked for. */
const mostSteps = 6;

/** How the ripple came to a party, or what saved it: the sentences, step by step. */
export function TraceCard({ content, trace, party, onSelect, onClose }: TraceCardProps) {
  const { t } = useTranslation();
  const title = useId();
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(content, id)).join(', ');
  const ways = (['delay', 'defect'] as const).filter((kind) => trace[kind].length > 0);
  return (
    <section className="trace-card lifted" aria-labelledby={title}>
      <header>
        <h3 id={title}>{t(`trace.title.${trace.outcome}`, { name: nameOf(content, party) })}</h3>
        {onClose && (
          <button type="button" className="trace-close" aria-label={t('trace.close')} onClick={onClose}>
            ×
          </button>
        )}
      </header>
      {trace.saved.length > 0 && (
        <ul className="trace-saved" aria-label={t('trace.saved')}>
          {trace.saved.map((part) => (
            <li key={`${part.by} ${part.link}`}>{savedInWords(part, content, t)}</li>
          ))}
        </ul>
      )}
      {ways.map((kind) => (
        <div key={kind}>
          {ways.length > 1 && <p className="part-heading">{t(`trace.${kind}`)}</p>}
          <Steps label={t(`trace.${kind}`)} steps={trace[kind]} onSelect={onSelect} />
        </div>
      ))}
      {trace.outcome === 'untouched' && (
        <p>
          {trace.stoppedAt.length > 0
            ? t('trace.stoppedAt', { names: names(trace.stoppedAt) })
            : trace.cameTo.length > 0
              ? t('trace.cameTo', { names: names(trace.cameTo) })
              : t('trace.notNear')}
        </p>
      )}
    </section>
  );
}

interface StepsProps extends Pick<TraceCardProps, 'onSelect'> {
  label: string;
  steps: readonly TraceStep[];
}

function Steps({ label, steps, onSelect }: StepsProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && steps.length > mostSteps;
  const between = steps.length - mostSteps + 1;
  return (
    <ol className="trace-steps" aria-label={label}>
      {steps.map(({ party, words }, index) => {
        if (isCut && index > 0 && index <= between) {
          if (index > 1) return null;
          const text = t('trace.between', { count: between });
          return (
            <li key={party}>
              <span />
              {onSelect ? (
                <button type="button" onClick={() => setWhole(true)}>
                  {text}
                </button>
              ) : (
                <span>{text}</span>
              )}
            </li>
          );
        }
        const isLast = index === steps.length - 1;
        return (
          <li key={party} aria-current={isLast ? 'step' : undefined}>
            <span aria-hidden="true">{index + 1}</span>
            {onSelect && !isLast ? (
              <button type="button" onClick={() => onSelect({ type: 'party', id: party })}>
                {phrasesText(words)}
              </button>
            ) : (
              <span>{phrasesText(words)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Which slack, buffer or alternative it was, and how much of the delay it took. */
function savedInWords(
  { by, minutes, party, link, alternative }: Absorbed,
  content: MapContent,
  t: TFunction,
) {
  const duration = shortDuration(minutes, content.map);
  if (by === 'buffer') return t('trace.buffer', { duration, name: nameOf(content, party) });
  const wanted = by === 'alternative' ? alternative : link;
  const found = content.links.find(({ id }) => id === wanted);
  const provider = found ? nameOf(content, found.provider) : '';
  const output = found?.output.trim() ?? '';
  if (by === 'alternative') {
    return t('trace.alternative', {
      duration,
      alternative: output === '' ? provider : `${provider} (${output})`,
    });
  }
  return output === '' ? t('trace.slackOf', { duration, provider }) : t('trace.slack', { duration, output });
}
