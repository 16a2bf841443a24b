/** What a ripple means for each external customer, hardest hit first, and the one sentence to show largest. */
import type { DefectReport, DelayReport } from '@downstream/graph-schema/ripple-report';
import { chancePhrase } from './chance-phrase.js';
import type { CompiledMap } from './compiled-map.js';
import { durationPhrase } from './duration-phrase.js';
import type { Phrase } from './phrase.js';
import { phrase } from './phrase.js';

export type Verdict = {
  party: string;
  /** weight × minutes, or weight × probability. */
  harm: number;
  words: Phrase;
} & (
  | { kind: 'delay'; outcome: 'late' | 'spared' | 'inconvenienced' | 'onTime'; minutes: number }
  | { kind: 'defect'; outcome: 'hit' | 'notHit'; probability: number }
);

/** One verdict for each external customer, by harm falling, then id. */
export function delayVerdicts(map: CompiledMap, report: DelayReport): Verdict[] {
  const minutesOf = new Map(report.hits.map(({ party, minutes }) => [party, minutes]));
  const spared = new Set(report.spared.map(({ party }) => party));
  const inconvenienced = new Set(report.inconvenienced);
  return byHarm(
    customersOf(map).map(({ party, weight, feltAs, name }) => {
      const minutes = minutesOf.get(party) ?? 0;
      const base = { party, kind: 'delay', minutes, harm: weight * minutes } as const;
      if (minutes > 0) {
        const late = durationPhrase(minutes, map);
        const words = feltAs
          ? phrase('verdict.lateFelt', { party: name, feltAs, late })
          : phrase('verdict.late', { party: name, late });
        return { ...base, outcome: 'late', words };
      }
      const outcome = spared.has(party) ? 'spared' : inconvenienced.has(party) ? 'inconvenienced' : 'onTime';
      return { ...base, outcome, words: phrase(`verdict.${outcome}`, { party: name }) };
    }),
  );
}

/** The same for a defect. */
export function defectVerdicts(map: CompiledMap, report: DefectReport): Verdict[] {
  const chanceOf = new Map(report.hits.map(({ party, probability }) => [party, probability]));
  return byHarm(
    customersOf(map).map(({ party, weight, feltAs, name }) => {
      const probability = chanceOf.get(party) ?? 0;
      const base = { party, kind: 'defect', probability, harm: weight * probability } as const;
      if (probability === 0)
        return { ...base, outcome: 'notHit', words: phrase('verdict.notHit', { party: name }) };
      const sure = probability === 1;
      const chance = chancePhrase(probability);
      const words = feltAs
        ? phrase(sure ? 'verdict.sureFelt' : 'verdict.hitFelt', { party: name, feltAs, chance })
        : phrase(sure ? 'verdict.sure' : 'verdict.hit', { party: name, chance });
      return { ...base, outcome: 'hit', words };
    }),
  );
}

export interface Headline {
  /** The external customer it is about; null where none feels it. */
  party: string | null;
  words: Phrase;
}

/** The most harmed external customer of each kind that was asked, delay first; one sentence if there is none. */
export function headlinesOf(...verdicts: readonly (readonly Verdict[])[]): Headline[] {
  const found = verdicts.flatMap((ofOneKind): Headline[] => {
    const worst = ofOneKind.find(({ outcome }) => outcome === 'late' || outcome === 'hit');
    return worst ? [{ party: worst.party, words: worst.words }] : [];
  });
  return found.length > 0 ? found : [{ party: null, words: phrase('verdict.nobody') }];
}

function customersOf(map: CompiledMap) {
  return map.parties.flatMap((party, v) =>
    party.kind === 'external-customer'
      ? [
          {
            party: party.id,
            name: party.name,
            weight: map.weight[v]!,
            feltAs: withoutFullStop(party.feltAs ?? ''),
          },
        ]
      : [],
  );
}

/** People end what they write with a full stop; inside a sentence it would stand in the way. */
const withoutFullStop = (text: string): string => text.trim().replace(/[\s.!]+$/, '');

const byHarm = (verdicts: Verdict[]): Verdict[] =>
  // Stable: customers come in the order of their ids.
  verdicts.sort((a, b) => b.harm - a.harm || Number(isHit(b)) - Number(isHit(a)));

const isHit = ({ outcome }: Verdict): boolean => outcome === 'late' || outcome === 'hit';
