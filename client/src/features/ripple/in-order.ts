import { accountOf } from '../../engine/account-of';
import type { Ripple } from '../../engine/use-ripple';

/** One party's part of a ripple, as a sentence or more. */
export interface AccountStep {
  party: string;
  /** Minutes on the clock; undefined for a defect, and for whoever was not hit. */
  at: number | undefined;
  words: string;
}

/** Everyone that a ripple came near, in the order in which it plays: hit, spared and inconvenienced alike. */
export function inOrder(ripple: Ripple): AccountStep[] {
  const { show } = ripple;
  const words = new Map(accountOf(ripple).map(({ id, account }) => [id, account]));
  const times = new Map([...show.spared, ...show.inconvenienced]);
  for (const { party, reachedAt } of show.beats.values()) times.set(party, reachedAt);
  return [...times]
    .sort(([, a], [, b]) => a - b)
    .map(([party]) => ({
      party,
      at: show.beats.get(party)?.at,
      words: words.get(party) ?? '',
    }));
}
