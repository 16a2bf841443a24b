import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { marksOf } from './marks-of';
import type { PartyBeat, Show } from './show';
import { showTimes, tail, type Moment } from './show-time';
import { stageDefect } from './stage-defect';
import { stageDelay } from './stage-delay';

/** One kind of disruption, laid out in time. */
export type Staged = Pick<Show, 'travels' | 'spared' | 'inconvenienced'> & { beats: Map<string, PartyBeat> };

/** One kind of disruption before it is laid out: shows side by side must agree on time and on colour first. */
export interface Unstaged {
  moments: readonly Moment[];
  /** What counts as hit as hard as can be: minutes of a delay. */
  most: number;
  stage: (timeOf: (moment: Moment) => number, most: number) => Staged;
}

export interface Played {
  map: CompiledMap;
  report: RippleReport;
}

/** Lays a ripple out in time. Pure, and in the worker beside the engine, whose arrays it reads. */
export const stageShow = (map: CompiledMap, report: RippleReport): Show =>
  stageTogether([{ map, report }])[0]!;

/** Lays ripples out on one clock and one scale of colours, so that they can be played side by side. */
export function stageTogether(played: readonly Played[]): Show[] {
  const delays = played.map(({ map, report }) => report.delay && stageDelay(map, report.delay));
  const defects = played.map(({ map, report }) => {
    const origins = report.disruptions.filter(({ kind }) => kind === 'defect').map(({ party }) => party);
    return report.defect && stageDefect(map, report.defect, origins);
  });
  const [stageDelayed, stageSpoiled] = [onOneClock(delays), onOneClock(defects)];
  const shows = played.map(({ report }, index) => {
    const [delay, defect] = [delays[index], defects[index]];
    const staged = [...(delay ? [stageDelayed(delay)] : []), ...(defect ? [stageSpoiled(defect)] : [])];
    return showOf(staged, report.defect ? 'possible' : 'certain');
  });
  const duration = Math.max(...shows.map((show) => show.duration));
  return shows.map((show) => ({ ...show, duration }));
}

function onOneClock(unstaged: readonly (Unstaged | undefined)[]): (one: Unstaged) => Staged {
  const there = unstaged.filter((one) => one !== undefined);
  const timeOf = showTimes(there.flatMap(({ moments }) => moments));
  const most = there.reduce((max, one) => Math.max(max, one.most), 1);
  return (one) => one.stage(timeOf, most);
}

function showOf(staged: readonly Staged[], kind: Show['kind']): Show {
  const beats = new Map<string, PartyBeat>();
  for (const beat of staged.flatMap((part) => [...part.beats.values()])) {
    const before = beats.get(beat.party);
    beats.set(beat.party, before ? together(before, beat) : beat);
  }
  const travels = staged.flatMap((part) => part.travels);
  const spared = new Map(staged.flatMap((part) => [...part.spared]).filter(([party]) => !beats.has(party)));
  const inconvenienced = new Map(
    staged.flatMap((part) => [...part.inconvenienced]).filter(([party]) => !beats.has(party)),
  );
  const ends = [...travels.map(({ to }) => to), ...[...beats.values()].map(({ reachedAt }) => reachedAt)];
  return {
    kind,
    duration: ends.reduce((last, end) => Math.max(last, end), 0) + tail,
    beats,
    travels,
    spared,
    inconvenienced,
    marks: marksOf(beats.values()),
  };
}

/** A party that is late and in which something is wrong: reached by what comes first, hit as hard as by the worse. */
function together(delay: PartyBeat, defect: PartyBeat): PartyBeat {
  return {
    ...delay,
    reachedAt: Math.min(delay.reachedAt, defect.reachedAt),
    part: defect.part === 'origin' ? 'origin' : delay.part,
    strength: Math.max(delay.strength, defect.strength),
    badges: [...delay.badges, ...defect.badges],
  };
}
