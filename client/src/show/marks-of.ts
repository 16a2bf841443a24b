import type { Mark, PartyBeat, Show } from './show';

/** The moments at which somebody is reached, in order, each with whoever is reached then. */
export function marksOf(beats: Iterable<PartyBeat>): Mark[] {
  const marks = new Map<number, Mark>();
  for (const { party, reachedAt, at, part } of beats) {
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

/** The timeline of two shows on one clock: it has a mark for every moment of either. */
export function timelineOf(first: Show, second: Show): Show {
  const beats = new Map(
    [first, second].flatMap((show) =>
      [...show.beats.values()].map((beat) => [`${beat.reachedAt} ${beat.party}`, beat]),
    ),
  );
  return { ...first, marks: marksOf(beats.values()) };
}
