import { phrasesText } from '../text/phrases';
import type { Ripple } from './use-ripple';

/** What a ripple does to one party. */
export interface RippleAccount {
  id: string;
  /** How late, in minutes of working time. */
  minutes: number | undefined;
  /** How likely something is wrong with what it gets, from 0 to 1. */
  chance: number | undefined;
  /** When it feels the delay, in minutes of working time after the disruption began. */
  at: number | undefined;
  outcome: 'origin' | 'hit' | 'spared' | 'inconvenienced';
  account: string;
}

/** Everyone that a ripple comes near, one row a party, though it be late and spoiled at once. */
export function accountOf({ explanation }: Ripple): RippleAccount[] {
  const rows = new Map<string, RippleAccount>();
  for (const { party, outcome, minutes, at, words } of explanation.delay?.traces ?? []) {
    const isLate = outcome === 'origin' || outcome === 'late';
    rows.set(party, {
      id: party,
      minutes: isLate ? minutes : undefined,
      chance: undefined,
      at: isLate ? (at ?? undefined) : undefined,
      outcome: outcome === 'late' ? 'hit' : outcome,
      account: phrasesText(words),
    });
  }
  for (const { party, outcome, probability, words } of explanation.defect?.traces ?? []) {
    const late = rows.get(party);
    const account = phrasesText(words);
    rows.set(party, {
      id: party,
      minutes: late?.minutes,
      at: late?.at,
      chance: probability,
      outcome: outcome === 'origin' || late?.outcome === 'origin' ? 'origin' : 'hit',
      account: late ? `${late.account} ${account}` : account,
    });
  }
  return [...rows.values()];
}
