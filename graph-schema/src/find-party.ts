import { didYouMean } from './nearest-name.js';
import type { Party } from './party.js';
import type { ProblemDetail } from './problem.js';

/** The party that was named, or why it is not clear which one was. */
export type FoundParty = { id: string } | { problem: Required<Pick<ProblemDetail, 'code' | 'message'>> };

/** Looking through all names for a likely one is slow, so only the first few unknown names get a suggestion. */
const suggestions = 20;

/** Finds parties by id or, where no id is the same, by exact name. Built once, each look-up is then constant. */
export function partyFinder(parties: Iterable<Pick<Party, 'id' | 'name'>>): (written: string) => FoundParty {
  const ids = new Set<string>();
  const named = new Map<string, Set<string>>();
  for (const { id, name } of parties) {
    ids.add(id);
    const same = named.get(name);
    if (same) same.add(id);
    else named.set(name, new Set([id]));
  }
  const unknown = new Map<string, FoundParty>();
  return (written) => {
    if (ids.has(written)) return { id: written };
    const same = [...(named.get(written) ?? [])];
    if (same.length === 1) return { id: same[0]! };
    if (same.length > 1) {
      const message = `${same.length} parties are called "${written}"; write the id: ${same.slice(0, 5).join(', ')}`;
      return { problem: { code: 'AMBIGUOUS_PARTY', message } };
    }
    const known = unknown.get(written);
    if (known) return known;
    const suggestion = unknown.size < suggestions ? didYouMean(written, [...named.keys(), ...ids]) : '';
    const problem: FoundParty = {
      problem: { code: 'UNKNOWN_PARTY', message: `no party is called "${written}"${suggestion}` },
    };
    unknown.set(written, problem);
    return problem;
  };
}
