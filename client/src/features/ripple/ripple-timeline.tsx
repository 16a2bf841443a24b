import type { MapContent } from '@downstream/graph-schema/map-content';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { nameOf } from '../../open-map/name-of';
import { shortDuration } from '../../show/duration';
import { speeds, type Playhead, type Speed } from '../../show/playhead';
import type { Mark, Show } from '../../show/show';
import { later } from '../../ui/later';
import { placeLabels } from './place-labels';
import './ripple.css';

const RippleVoice = later(() => import('./ripple-voice')).Part;

export interface RippleTimelineProps {
  content: MapContent;
  playhead: Playhead;
  /** What it says while there is no show. It then keeps its room, so that a picture above it stays as it is. */
  resting?: string | undefined;
}

/** Of the timeline's letters, on average: how wide beside how high. Those of external customers are bold. */
const [letterWidth, boldWidth] = [0.58, 0.64];
/** Pixels between two marks below which they are one. */
const closestMarks = 4;

/** When each party feels it: play, pause, scrub, step. While there is no show it rests, or is not there. */
export function RippleTimeline({ content, playhead, resting }: RippleTimelineProps) {
  const { t } = useTranslation();
  const show = useStore(playhead, (state) => state.show);
  const playing = useStore(playhead, (state) => state.playing);
  const speed = useStore(playhead, (state) => state.speed);
  const isOver = useStore(
    playhead,
    (state) => state.show !== undefined && state.position >= state.show.duration,
  );
  const { play, pause, step, setSpeed } = playhead.getState();
  if (!show) {
    return resting !== undefined ? (
      <div className="timeline no-print" data-resting>
        <div className="timeline-track">
          <div className="timeline-line" />
          <p className="timeline-label">{resting}</p>
        </div>
      </div>
    ) : null;
  }
  const toggle = playing ? 'pause' : isOver ? 'again' : 'play';
  return (
    <div className="timeline no-print" role="group" aria-label={t('ripple.timeline.name')}>
      <button
        type="button"
        className="timeline-play"
        aria-label={t(`ripple.timeline.${toggle}`)}
        title={t(`ripple.timeline.${toggle}`)}
        onClick={playing ? pause : play}
      >
        <Sign of={toggle} />
      </button>
      <button
        type="button"
        className="timeline-step"
        aria-label={t('ripple.timeline.back')}
        title={t('ripple.timeline.back')}
        onClick={() => step(-1)}
      >
        <Sign of="back" />
      </button>
      <button
        type="button"
        className="timeline-step"
        aria-label={t('ripple.timeline.next')}
        title={t('ripple.timeline.next')}
        onClick={() => step(1)}
      >
        <Sign of="next" />
      </button>
      <RippleVoice content={content} playhead={playhead} />
      <Track content={content} playhead={playhead} show={show} />
      <select
        className="timeline-speed quiet-control"
        aria-label={t('ripple.timeline.speed')}
        value={speed}
        onChange={(event) => setSpeed(Number(event.currentTarget.value) as Speed)}
      >
        {speeds.map((one) => (
          <option key={one} value={one}>
            {t('ripple.timeline.times', { speed: one })}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TrackProps extends Omit<RippleTimelineProps, 'resting'> {
  show: Show;
}

function Track({ content, playhead, show: { kind, marks, duration } }: TrackProps) {
  const { t } = useTranslation();
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const done = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const scrub = useRef<HTMLInputElement>(null);
  // Larger on a projector, where the track is not always wider but always higher.
  const [letters, setLetters] = useState(0);
  useLayoutEffect(() => {
    if (done.current) setLetters(parseFloat(getComputedStyle(done.current).fontSize) || 0);
  }, [width, height]);
  const texts = useMemo(() => marks.map((mark) => markText(mark, content, t)), [marks, content, t]);
  const labels = useMemo(
    () =>
      placeLabels(
        marks.map((mark, index) => ({
          at: (mark.time / duration) * width,
          width: texts[index]!.length * letters * (mark.customer ? boldWidth : letterWidth) + 4,
          weight: (mark.customer ? 2 : 0) + (index === 0 ? 3 : 0),
        })),
        width,
      ),
    [marks, texts, duration, width, letters],
  );

  // Sixty times a second while playing: what moves is moved by hand, without laying anything out, and React is left out
  // of it. The slider under it, which moves for those who do not see it, goes from mark to mark.
  useEffect(() => {
    let told = -2;
    const draw = (): void => {
      const { position, playing } = playhead.getState();
      const part = Math.min(1, position / duration);
      if (done.current) done.current.style.transform = `scaleX(${part})`;
      if (head.current) head.current.style.transform = `translateX(${part * 100}%)`;
      const reached = marks.findLastIndex(({ time }) => time / duration <= part);
      if (!scrub.current || (playing && reached === told)) return;
      told = reached;
      scrub.current.value = String(part);
      scrub.current.setAttribute('aria-valuetext', texts[reached] ?? '');
    };
    draw();
    return playhead.subscribe(draw);
  }, [playhead, duration, marks, texts]);
  const apart = useMemo(() => marksApart(marks, width / duration), [marks, width, duration]);

  return (
    <div className="timeline-track" ref={ref}>
      {kind === 'possible' && <p className="timeline-note">{t('ripple.timeline.possible')}</p>}
      <div className="timeline-line" />
      <div className="timeline-done" ref={done} />
      {apart.map((mark) => (
        <div
          key={mark.time}
          className="timeline-mark"
          data-customer={mark.customer}
          style={{ left: `${(mark.time / duration) * 100}%` }}
        />
      ))}
      <div className="timeline-head" ref={head} />
      {labels.map(
        (label, index) =>
          label && (
            <div
              key={marks[index]!.time}
              className="timeline-label"
              data-customer={marks[index]!.customer}
              style={{ left: label.left, top: `calc(28px + ${label.row} * 1.36em)` }}
            >
              {texts[index]}
            </div>
          ),
      )}
      <input
        ref={scrub}
        className="timeline-scrub"
        type="range"
        min="0"
        max="1"
        step="0.002"
        defaultValue="0"
        aria-label={t('ripple.timeline.scrub')}
        onInput={(event) => {
          // Pausing draws, and drawing puts the slider back to where the show stands.
          const part = Number(event.currentTarget.value);
          playhead.getState().pause();
          playhead.getState().seek(part * duration);
        }}
      />
    </div>
  );
}

/** Marks that can be told from each other, at so many pixels a second; of those that cannot, customers are kept. */
function marksApart(marks: readonly Mark[], pixelsPerSecond: number): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const before = kept.at(-1);
    const isApart = !before || (mark.time - before.time) * pixelsPerSecond >= closestMarks;
    if (isApart) kept.push(mark);
    else if (mark.customer && !before.customer) kept[kept.length - 1] = mark;
  }
  return kept;
}

/** "Turnaround control", "Gate agents and 2 more, +40 min on the clock". */
function markText(mark: Mark, content: MapContent, t: TFunction): string {
  const parties = mark.customer
    ? mark.parties.toSorted((a, b) => Number(isCustomer(content, b)) - Number(isCustomer(content, a)))
    : mark.parties;
  const name = nameOf(content, parties[0]!);
  const count = parties.length - 1;
  const names = count === 0 ? name : t('ripple.timeline.and', { name, count });
  if (!mark.at) return names;
  const clock = t('ripple.timeline.clock', { duration: shortDuration(mark.at, content.map) });
  return t('ripple.timeline.at', {
    names,
    clock: mark.customer ? clock : `+${shortDuration(mark.at, content.map)}`,
  });
}

const isCustomer = ({ parties }: MapContent, id: string): boolean =>
  parties.some((party) => party.id === id && party.kind === 'external-customer');

const paths = {
  play: 'M5 2.5L14 8L5 13.5Z',
  pause: 'M3.5 2.5H6.5V13.5H3.5ZM9.5 2.5H12.5V13.5H9.5Z',
  again: 'M13 8A5 5 0 1 1 11.2 4.1L9.4 5.9H14.5V0.8L12.6 2.7A7 7 0 1 0 15 8Z',
  back: 'M12.5 2.5V13.5L5.5 8ZM3.5 2.5H5.5V13.5H3.5Z',
  next: 'M3.5 2.5V13.5L10.5 8ZM10.5 2.5H12.5V13.5H10.5Z',
};

const Sign = ({ of }: { of: keyof typeof paths }) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[of]} fill="currentColor" />
  </svg>
);
