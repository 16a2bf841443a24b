import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WholeMapState } from '../../engine/use-whole-map';
import type { ListName } from '../../engine/whole-map-question';
import { failureInWords } from '../../server/failure-in-words';
import { ProblemNotice } from '../../ui/problem-notice';
import './list-frame.css';

export interface ListFrameProps<List extends ListName> {
  list: List;
  isShown: boolean;
  state: WholeMapState<List>;
  parties: number;
  /** The largest text: what the list says, as a sentence. */
  headline: string | undefined;
  /** What the list is of, in a few words each. */
  basis: readonly string[];
  /** How it is computed, a paragraph each. */
  how: readonly string[];
  /** What is asked before the list is worked out. */
  asking?: ReactNode;
  children: ReactNode;
}

/** More parties than these, and every one of them in turn, take their time. */
const large = 1_000;

/** What all lists have around them: what they say in a sentence, what they are of, how far the work on them is. */
export function ListFrame<List extends ListName>(props: ListFrameProps<List>) {
  const { list, isShown, state, parties, headline, basis, how, asking, children } = props;
  const { t } = useTranslation();
  const { status, answered, isCurrent } = state;
  const heading = `leader-${list}`;
  return (
    <section className="leader-list" data-shown={isShown} aria-labelledby={heading}>
      <h2 id={heading} className="part-heading">
        {t(`leader.list.${list}`)}
      </h2>
      {headline !== undefined && <p className="leader-headline">{headline}</p>}
      {answered && <p className="leader-basis">{basis.join(' · ')}</p>}
      {asking}
      <div className="leader-status">
        {status === 'working' && <Working state={state} isLarge={parties > large} />}
        {status === 'working' && answered && !isCurrent && (
          <p className="leader-small">
            {state.isOfThisQuestion
              ? t('leader.outdated', { revision: answered.of.revision })
              : t('leader.outdatedQuestion')}
          </p>
        )}
        {status === 'cancelled' && (
          <ProblemNotice tone="note" sentence={t(answered ? 'leader.cancelledKept' : 'leader.cancelled')}>
            <Button size="compact-md" variant="default" onClick={state.again}>
              {t('leader.again')}
            </Button>
          </ProblemNotice>
        )}
      </div>
      {status === 'failed' && (
        <ProblemNotice title={t('leader.failed')} {...failureInWords(state.failure)}>
          <Button size="compact-md" variant="default" onClick={state.again}>
            {t('leader.again')}
          </Button>
        </ProblemNotice>
      )}
      {answered && (
        <div className="leader-answer" data-current={isCurrent}>
          {children}
          <details className="leader-how">
            <summary>{t('leader.how.title')}</summary>
            {how.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </details>
        </div>
      )}
    </section>
  );
}

/** Work that is over sooner is not worth a sentence, in milliseconds. */
const patience = 500;
/** After so long the rest can be told from what is done, in milliseconds. */
const tellsAfter = 3_000;

function Working<List extends ListName>({
  state,
  isLarge,
}: {
  state: WholeMapState<List>;
  isLarge: boolean;
}) {
  const { t } = useTranslation();
  const { done, since, cancel } = state;
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const spent = Math.max(0, now - since);
  if (spent < patience) return null;
  const left = done > 0.01 && spent > tellsAfter ? ((1 - done) / done) * spent : undefined;
  const minutes = left === undefined ? 0 : Math.round(left / 60_000);
  return (
    <div className="leader-working">
      <p role="status" className="visually-hidden">
        {t('leader.working')}
      </p>
      <p aria-hidden="true">
        {done > 0 ? t('leader.workingOn', { percent: Math.floor(done * 100) }) : t('leader.working')}
        {left !== undefined && (
          <>
            {' · '}
            {minutes >= 2
              ? t('leader.remainingMinutes', { count: minutes })
              : t('leader.remaining', { seconds: Math.max(1, Math.round(left / 1_000)) })}
          </>
        )}
      </p>
      <progress max={1} value={done} aria-label={t('leader.working')} />
      {isLarge && <p className="leader-small">{t('leader.large')}</p>}
      <Button size="compact-md" variant="default" onClick={cancel}>
        {t('leader.cancel')}
      </Button>
    </div>
  );
}
