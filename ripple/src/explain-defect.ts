/** How likely each party is hit by a defect, one possible way there, and what is caught, in words. */
import type { DefectReport } from '@downstream/graph-schema/ripple-report';
import { chancePhrase } from './chance-phrase.js';
import type { CompiledMap } from './compiled-map.js';
import { partyNumber } from './compiled-map.js';
import type { Phrase } from './phrase.js';
import { phrase } from './phrase.js';
import { possibleWays } from './possible-way.js';

export interface DefectTrace {
  party: string;
  outcome: 'origin' | 'hit';
  /** P, and its standard error; 0 where it is exact. */
  probability: number;
  standardError: number;
  /** Minutes on the clock along the possible way. */
  at: number;
  /** The last link of the possible way; null where the defect begins. */
  through: string | null;
  words: Phrase[];
}

/** Traces in the report's order. */
export function explainDefect(
  map: CompiledMap,
  report: DefectReport,
  origins: readonly string[],
): DefectTrace[] {
  const ways = possibleWays(map, report, origins);
  return report.hits.map((hit) => {
    const v = partyNumber(map, hit.party);
    const e = ways.through[v]!;
    const words =
      e === -1
        ? [phrase('defect.origin', { party: map.parties[v]!.name })]
        : hitInWords(map, hit, ways.through, v);
    return {
      ...hit,
      outcome: e === -1 ? 'origin' : 'hit',
      at: ways.at[v]!,
      through: e === -1 ? null : map.links[e]!.id,
      words,
    };
  });
}

function hitInWords(
  map: CompiledMap,
  { probability, standardError }: DefectReport['hits'][number],
  through: Int32Array,
  v: number,
): Phrase[] {
  const party = map.parties[v]!.name;
  const chance = chancePhrase(probability);
  const words = [
    probability === 1
      ? phrase('defect.sure', { party })
      : standardError > 0
        ? phrase('defect.estimated', { party, chance, error: chancePhrase(standardError) })
        : phrase('defect.exact', { party, chance }),
    phrase('defect.way', { way: namesAlong(map, through, v).join(' → ') }),
  ];
  if (map.catchRate[v]! > 0) words.push(phrase('defect.caught', { rate: chancePhrase(map.catchRate[v]!) }));
  return words;
}

/** Longer ways are told by their ends. */
const mostNames = 8;

function namesAlong(map: CompiledMap, through: Int32Array, v: number): string[] {
  const names: string[] = [];
  for (let at = v; ; at = map.provider[through[at]!]!) {
    names.unshift(map.parties[at]!.name);
    if (through[at] === -1) break;
  }
  if (names.length <= mostNames) return names;
  return [...names.slice(0, mostNames / 2), '…', ...names.slice(1 - mostNames / 2)];
}
