import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import type { Mark, PartyBeat, Show } from './show';
import { tail } from './show-time';
import { stageDefect } from './stage-defect';
import { stageDelay } from './stage-delay';

/** One kind of disruption, laid out in time. */
export type Staged = Pick<Show, 'travels' | 'spared' | 'inconvenienced'> & { beats: Map<string, PartyBeat> };

/** Lays a ripple out in time. Pure, and in the worker beside the engine, whose arrays it reads. */
export function stageShow(map: CompiledMap, report: RippleReport): Show {
  const staged: Staged[] = [];
  if (report.delay) staged.push(stageDelay(map, report.delay));
  if (report.defect) {
    const origins = report.disruptions.filter(({ kind }) => kind === 'defect').map(({ party }) => party);
    staged.push(stageDefect(map, report.defect, origins));
  }
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
    kind: report.defect ? 'possible' : 'certain',
    duration: ends.reduce((last, end) => Math.max(last, end), 0) + tail,
    beats,
    travels,
    spared,
    inconvenienced,
    marks: marksOf(beats),
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

function marksOf(beats: ReadonlyMap<string, PartyBeat>): Mark[] {
  const marks = new Map<number, Mark>();
  for (const { party, reachedAt, at, part } of beats.values()) {
    const mark = marks.get(reachedAt);
    if (mark) {
      mark.parties.push(party);
      mark.customer ||= part === 'customer';
    } else {
      const clock = at === undefined ? {} : { at };
      marks.set(reachedAt, { time: reachedAt, parties: [party], customer: part === 'customer', ...clock });
    }
  }
  return [...marks.values()].sort((a, b) => a.time - b.time);
}
