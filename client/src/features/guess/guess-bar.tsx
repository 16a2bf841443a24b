import { Button } from '@mantine/core';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import '../../text/en-guess';
import { nameOf } from '../../open-map/name-of';
import { shortDuration } from '../../show/duration';
import { resultInWords } from './result-in-words';
import { resultOf, type Guess } from './round';
import { SetUp } from './set-up';
import { Tally } from './tally';

export interface GuessBarProps {
  content: MapContent;
  guess: Guess;
  onChange: (guess: Guess) => void;
  /** The room may begin to mark: the keyboard belongs on the picture. */
  onStart: () => void;
  /** Of the round's disruption; absent before it is played. */
  report: RippleReport | undefined;
  /** Plays no further: to the end, and counts. */
  onSkip: () => void;
  /** Back to the map; after a round with its ripple still on it. */
  onLeave: () => void;
}

/** The game below the picture: what to do now, in words that carry across a room. */
export function GuessBar(props: GuessBarProps) {
  const { content, guess, onChange, onStart, report, onSkip, onLeave } = props;
  const { t } = useTranslation();
  const bar = useRef<HTMLElement>(null);
  const { phase, marks, rounds } = guess;

  // Whoever plays by keyboard finds the next thing to do under their hands.
  useEffect(() => {
    if (phase === 'guessing') return;
    // What is said above it is read first, where not all has room.
    bar.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, [phase]);

  const number = rounds.length + (phase === 'counted' ? 0 : 1);
  return (
    <section ref={bar} className="guess-bar no-print" aria-label={t('guess.bar')} data-phase={phase}>
      <div className="guess-now">
        <p className="guess-round">{t('guess.round', { number })}</p>
        {phase === 'setting' && (
          <SetUp content={content} guess={guess} onChange={onChange} onStart={onStart} />
        )}
        {phase === 'guessing' && (
          <>
            <p className="guess-title" role="status">
              {asked(guess, content, t)}
            </p>
            <div className="guess-fields">
              <strong className="guess-count" aria-live="polite">
                {t('guess.guess.count', { count: marks.length })}
              </strong>
              <Button onClick={() => onChange({ ...guess, phase: 'playing' })}>
                {t('guess.guess.play')}
              </Button>
              <Button
                variant="default"
                disabled={marks.length === 0}
                onClick={() => onChange({ ...guess, marks: [] })}
              >
                {t('guess.guess.clear')}
              </Button>
              <Button variant="subtle" onClick={() => onChange({ ...guess, phase: 'setting' })}>
                {t('guess.guess.back')}
              </Button>
              <span className="guess-how">{t('guess.guess.how')}</span>
            </div>
          </>
        )}
        {phase === 'playing' && (
          <>
            <p className="guess-title" role="status">
              {playing(guess, content, t)}
            </p>
            <div className="guess-fields">
              <Button variant="default" data-autofocus onClick={onSkip}>
                {t('guess.play.skip')}
              </Button>
            </div>
          </>
        )}
        {phase === 'counted' && report && (
          <>
            <Result content={content} guess={guess} report={report} />
            <div className="guess-fields">
              <Button
                data-autofocus
                onClick={() => onChange({ ...guess, phase: 'setting', marks: [], disruption: undefined })}
              >
                {t('guess.result.next')}
              </Button>
              <Button variant="default" onClick={onLeave}>
                {t('guess.result.end')}
              </Button>
            </div>
          </>
        )}
      </div>
      <div className="guess-side">
        <Tally rounds={rounds} />
        {phase !== 'counted' && (
          <Button className="guess-leave" variant="subtle" size="compact-md" onClick={onLeave}>
            {t('guess.leave')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Result({
  content,
  guess,
  report,
}: Pick<GuessBarProps, 'content' | 'guess'> & { report: RippleReport }) {
  const { t } = useTranslation();
  const { headline, sentences } = resultInWords(resultOf(guess.marks, report), report, content, t);
  return (
    <div role="status">
      <p className="guess-title">{headline}</p>
      {sentences.map((sentence) => (
        <p key={sentence} className="guess-sentence">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function asked(guess: Guess, content: MapContent, t: TFunction): string {
  const { disruption, isHidden } = guess;
  if (isHidden || !disruption) return t('guess.guess.hidden');
  const party = nameOf(content, disruption.party);
  if (disruption.kind === 'defect') return t('guess.guess.defect', { party });
  return t('guess.guess.late', { party, duration: shortDuration(disruption.minutes, content.map) });
}

function playing({ disruption }: Guess, content: MapContent, t: TFunction): string {
  if (!disruption) return t('guess.play.title');
  const party = nameOf(content, disruption.party);
  if (disruption.kind === 'defect') return t('guess.play.defect', { party });
  return t('guess.play.late', { party, duration: shortDuration(disruption.minutes, content.map) });
}
