import type { Mark, Show } from '../../show/show';

/**
 * The moment of a show that the view goes to: the last one reached. Once it is over, the last one at which an external
 * customer was, since that is what it all comes to, though a team may have been reached later.
 */
export function markToWatch(
  { marks }: Pick<Show, 'marks'>,
  position: number,
  isOver: boolean,
): Mark | undefined {
  const felt = isOver ? marks.findLast(({ customer }) => customer) : undefined;
  return felt ?? marks.findLast(({ time }) => time <= position);
}

/** Whom to look at: of those reached together an external customer before a team, and then the hardest hit. */
export function hitMost({ parties }: Mark, { beats }: Show): string {
  const weight = (party: string): number => {
    const { part, strength = 0 } = beats.get(party) ?? {};
    return (part === 'customer' ? 1 : 0) + strength;
  };
  return parties.reduce((most, party) => (weight(party) > weight(most) ? party : most));
}
