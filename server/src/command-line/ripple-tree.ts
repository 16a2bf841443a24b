import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { partyNumber } from '@downstream/ripple/compiled-map';
import { chancePhrase } from '@downstream/ripple/chance-phrase';
import { shortDurationPhrase } from '@downstream/ripple/duration-phrase';
import type { Explanation } from '@downstream/ripple/explain';
import { inWords, type Translate } from '@downstream/ripple/phrase';

/** A longer tree tells nobody more; the rest is counted. */
const mostLines = 40;

interface Branch {
  party: string;
  provider: string | null;
  words: string;
}

/** The ripple of a delay as a tree: below each party those that it made late, and where it stopped. */
export function delayTree(
  map: CompiledMap,
  delay: NonNullable<Explanation['delay']>,
  translate: Translate,
): string[] {
  const short = (minutes: number): string => inWords(shortDurationPhrase(minutes, map), translate);
  return tree(
    delay.traces.map(({ party, outcome, minutes, input, absorbed }): Branch => {
      const name = map.parties[partyNumber(map, party)]!.name;
      if (outcome === 'origin' || !input)
        return { party, provider: null, words: `${name}, ${short(minutes)} late` };
      const steps = absorbed.map(({ by, minutes: some }) => `${short(some)} absorbed by ${absorber[by]}`);
      const came = [`${short(input.minutes)} late`, ...steps].join(', ');
      const how = { late: `+${short(minutes)} ${name} — ${came}`, spared: `× ${name}, spared — ${came}` };
      const words = outcome === 'inconvenienced' ? `· ${name}, without some help — ${came}` : how[outcome];
      return { party, provider: input.provider, words };
    }),
  );
}

const absorber = { slack: 'slack', buffer: 'its buffer', alternative: 'an alternative' } as const;

/** The ripple of a defect as a tree, each party below the one that a possible way comes from. */
export function defectTree(
  map: CompiledMap,
  defect: NonNullable<Explanation['defect']>,
  translate: Translate,
): string[] {
  const providers = new Map(map.links.map(({ id, provider }) => [id, provider]));
  return tree(
    defect.traces.map(({ party, outcome, probability, through }): Branch => {
      const name = map.parties[partyNumber(map, party)]!.name;
      if (outcome === 'origin' || through === null)
        return { party, provider: null, words: `${name}, a defect` };
      const chance = inWords(chancePhrase(probability), translate);
      return { party, provider: providers.get(through)!, words: `${chance} ${name}` };
    }),
  );
}

/** Draws branches below each other, in the order they come in. Without recursion: a chain may be long. */
function tree(branches: readonly Branch[]): string[] {
  const below = new Map<string | null, Branch[]>();
  for (const branch of branches) {
    const same = below.get(branch.provider);
    if (same) same.push(branch);
    else below.set(branch.provider, [branch]);
  }
  const lines: string[] = [];
  const next = (below.get(null) ?? []).map((branch) => ({ branch, lead: '', above: '' })).reverse();
  for (let entry = next.pop(); entry && lines.length < mostLines; entry = next.pop()) {
    const { branch, lead, above } = entry;
    lines.push(lead + branch.words);
    const children = below.get(branch.party) ?? [];
    for (const [index, child] of [...children.entries()].reverse()) {
      const isLast = index === children.length - 1;
      next.push({
        branch: child,
        lead: `${above}${isLast ? '└─ ' : '├─ '}`,
        above: `${above}${isLast ? '   ' : '│  '}`,
      });
    }
  }
  const more = branches.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more`] : lines;
}
