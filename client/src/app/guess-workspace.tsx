import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useReducedMotion } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useRipple } from '../engine/use-ripple';
import { GuessBar } from '../features/guess/guess-bar';
import '../features/guess/guess.css';
import { forgetGuess } from '../features/guess/guess-key';
import { keepGuess, keptGuess } from '../features/guess/kept-guess';
import { marksOnCards } from '../features/guess/marks-on-cards';
import {
  cannotBegin,
  chosenAgain,
  countOf,
  marksOnMap,
  noGuess,
  resultOf,
  toggled,
  type Guess,
} from '../features/guess/round';
import { MapPicture } from '../features/picture/map-picture';
import { RippleTimeline } from '../features/ripple/ripple-timeline';
import { partyOf } from '../open-map/name-of';
import { useContent } from '../open-map/use-open-map';
import { isOver } from '../show/playhead';
import { usePlayhead } from '../show/use-playhead';
import { EndPresenting, insetWith } from './end-presenting';
import { isPicture, type View } from './view';

export interface GuessWorkspaceProps {
  map: string;
  view: View;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
  /** What to begin with, if the facilitator has set something up. */
  first: Disruption | undefined;
  isPresenting: boolean;
  onEndPresenting: () => void;
  onLeave: (disruption: Disruption | undefined) => void;
}

const nothing: readonly Disruption[] = [];

/** One projector, no phones: the room marks whom it expects to be hit, then watches. Nothing is computed before. */
export default function GuessWorkspace(props: GuessWorkspaceProps) {
  const { map, view, selection, onSelect, first, isPresenting, onEndPresenting, onLeave } = props;
  const { t } = useTranslation();
  const content = useContent();
  const reduceMotion = useReducedMotion();
  const [kept, setGuess] = useState<Guess>(() => keptGuess(map) ?? { ...noGuess, disruption: first });
  useEffect(() => keepGuess(map, kept), [map, kept]);
  const guess = useMemo(() => marksOnMap(kept, content), [kept, content]);

  // A round about somebody who is no longer there could be neither played nor counted.
  const [timesGone, setTimesGone] = useState(0);
  if (cannotBegin(guess, content)) {
    setGuess(chosenAgain(guess));
    setTimesGone(timesGone + 1);
  }
  useEffect(() => {
    if (timesGone > 0) notifications.show({ message: t('guess.gone'), autoClose: 10_000 });
  }, [timesGone, t]);

  const { phase, disruption } = guess;
  const isPlayed = phase === 'playing' || phase === 'counted';
  const asked = useMemo(() => (isPlayed && disruption ? [disruption] : nothing), [isPlayed, disruption]);
  const state = useRipple(content, asked);
  // What the engine said last may be of the round before.
  const isOfThisRound = JSON.stringify(state.ripple?.disruptions) === JSON.stringify(asked);
  const ripple = isPlayed && isOfThisRound ? state.ripple : undefined;
  const playhead = usePlayhead(ripple?.show, reduceMotion);

  const report = ripple?.report;
  const isWatched = useStore(playhead, isOver);
  if (phase === 'playing' && isWatched && report) {
    const count = countOf(resultOf(guess.marks, report));
    setGuess({ ...guess, phase: 'counted', rounds: [...guess.rounds, count] });
  }

  const choose = (item: ItemReference | undefined): void => {
    onSelect(item);
    const party = item?.type === 'party' ? partyOf(content, item.id) : undefined;
    if (phase !== 'setting' || guess.isHidden || !party || party.kind === 'external-customer') return;
    setGuess({
      ...guess,
      disruption: disruption
        ? { ...disruption, party: party.id }
        : { party: party.id, kind: 'delay', minutes: 30 },
    });
  };
  const start = (): void => {
    onSelect(undefined);
    setGuess({ ...guess, phase: 'guessing' });
    document.querySelector<HTMLElement>('#guessed .picture-stage')?.focus();
  };
  const leave = (): void => {
    forgetGuess(map);
    onLeave(phase === 'counted' ? disruption : undefined);
  };
  const emphasis = useMemo(() => marksOnCards(guess, report, content, t), [guess, report, content, t]);
  return (
    <>
      <main id="guessed" className="guessed-main" tabIndex={-1}>
        <MapPicture
          content={content}
          selection={selection}
          onSelect={choose}
          emphasis={emphasis}
          {...(phase === 'guessing' && {
            marking: {
              isMarked: (party: string) => guess.marks.includes(party),
              onToggle: (party: string) => setGuess(toggled(guess, party)),
            },
          })}
          show={ripple?.show}
          playhead={playhead}
          reduceMotion={reduceMotion}
          layout={isPicture(view.layout) ? view.layout : 'chain'}
          presenting={isPresenting}
          inset={insetWith(undefined, isPresenting)}
        />
        {isPresenting && <EndPresenting onEnd={onEndPresenting} />}
      </main>
      <div className="guessed-timeline">
        <RippleTimeline content={content} playhead={playhead} resting={t('guess.resting')} />
      </div>
      <GuessBar
        content={content}
        guess={guess}
        onChange={setGuess}
        onStart={start}
        report={report}
        onSkip={() => {
          playhead.getState().pause();
          playhead.getState().seek(Infinity);
        }}
        onLeave={leave}
      />
    </>
  );
}
