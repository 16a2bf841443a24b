import type { Mark, Show } from '../../show/show';

type Followed = Pick<Show, 'marks' | 'beats' | 'comesTo'>;

/**
 * Whom the view goes to at a moment of a show: whoever was reached last. Once it is over, whom it all comes to, whom
 * the verdict names, though others may have been reached later.
 */
export function partyToWatch(show: Followed, position: number, isOver: boolean): string | undefined {
  if (isOver && show.comesTo !== undefined) return show.comesTo;
  const mark = show.marks.findLast(({ time }) => time <= position);
  return mark && hitMost(mark, show);
}

/** Whom to look at: of those reached together an external customer before a team, and then the hardest hit. */
function hitMost({ parties }: Mark, { beats }: Pick<Show, 'beats'>): string {
  const weight = (party: string): number => {
    const { part, strength = 0 } = beats.get(party) ?? {};
    return (part === 'customer' ? 1 : 0) + strength;
  };
  return parties.reduce((most, party) => (weight(party) > weight(most) ? party : most));
}
