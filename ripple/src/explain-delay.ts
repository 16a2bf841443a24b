/** Why each party is late, spared or inconvenienced: the input it is shown by, what absorbed how much, in words. */
import type { DelayReport, SparedBy } from '@downstream/graph-schema/ripple-report';
import type { Absorbed } from './absorbed.js';
import { allAbsorbed, alternativeSaved, bufferMadeUp, slackAbsorbed } from './absorbed.js';
import type { CompiledMap } from './compiled-map.js';
import { groupLateness, inputLateness, linkNumber, partyNumber } from './compiled-map.js';
import { durationPhrase } from './duration-phrase.js';
import type { Phrase, PhraseValues } from './phrase.js';
import { phrase } from './phrase.js';

export interface DelayTrace {
  party: string;
  outcome: 'origin' | 'late' | 'spared' | 'inconvenienced';
  /** δ */
  minutes: number;
  /** Minutes on the clock until it is felt; null for who never is late. */
  at: number | null;
  /** The input that this is shown by, and how late it came; null at an origin. */
  input: { link: string; provider: string; minutes: number } | null;
  /** What was taken off that input on its way in. For who is late or spared, input − absorbed = minutes. */
  absorbed: Absorbed[];
  /** Whole sentences, to be read one after the other. */
  words: Phrase[];
}

export interface DelayExplanation {
  /** Who is late, in the report's order; then the spared, then the inconvenienced. */
  traces: DelayTrace[];
  /** Everything absorbed anywhere. */
  absorbed: Absorbed[];
}

export function explainDelay(map: CompiledMap, report: DelayReport): DelayExplanation {
  const delay = new Int32Array(map.parties.length);
  const isOrigin = new Uint8Array(map.parties.length);
  for (const { party, minutes, through } of report.hits) {
    delay[partyNumber(map, party)] = minutes;
    if (through === null) isOrigin[partyNumber(map, party)] = 1;
  }
  const traces = [
    ...report.hits.map(({ party, at, through }) =>
      through === null
        ? originTrace(map, delay, partyNumber(map, party))
        : lateTrace(map, delay, partyNumber(map, party), at, linkNumber(map, through)),
    ),
    ...report.spared.map(({ party, by }) => sparedTrace(map, delay, partyNumber(map, party), by)),
    ...report.inconvenienced.map((party) => inconveniencedTrace(map, delay, partyNumber(map, party))),
  ];
  return { traces, absorbed: allAbsorbed(map, delay, isOrigin) };
}

function originTrace(map: CompiledMap, delay: Int32Array, v: number): DelayTrace {
  const { id, name } = map.parties[v]!;
  const words = [phrase('late.origin', { party: name, late: durationPhrase(delay[v]!, map) })];
  return { party: id, outcome: 'origin', minutes: delay[v]!, at: 0, input: null, absorbed: [], words };
}

function lateTrace(map: CompiledMap, delay: Int32Array, v: number, at: number, e: number): DelayTrace {
  const absorbed = absorbedOnTheWay(map, delay, v, e);
  const g = map.group[e]!;
  const words = [told('late', map, delay, v, e, absorbed)];
  if (map.isStandby[e] === 1) words.push(insteadOf(map, delay, map.groupPrimary[g]!));
  const besides = lateInputs(map, delay, v).filter((f) => f !== e && (g === -1 || map.group[f] !== g)).length;
  if (besides > 0) words.push(phrase('late.besides', { count: besides }));
  return { ...traceOf(map, delay, v, e), outcome: 'late', at, absorbed, words };
}

function sparedTrace(map: CompiledMap, delay: Int32Array, v: number, by: SparedBy): DelayTrace {
  const e = nearestMiss(map, delay, v, by);
  const absorbed = absorbedOnTheWay(map, delay, v, e);
  const words = [told('spared', map, delay, v, e, absorbed)];
  return { ...traceOf(map, delay, v, e), outcome: 'spared', at: null, absorbed, words };
}

function inconveniencedTrace(map: CompiledMap, delay: Int32Array, v: number): DelayTrace {
  const helpful = inputs(map, v).filter((e) => map.isBlocking[e] === 0);
  const e = largest(helpful, (f) => inputLateness(map, delay, f));
  const slack = slackAbsorbed(map, delay, e);
  const absorbed = slack ? [slack] : [];
  const words = [told('inconvenienced', map, delay, v, e, absorbed)];
  return { ...traceOf(map, delay, v, e), outcome: 'inconvenienced', at: null, absorbed, words };
}

function traceOf(map: CompiledMap, delay: Int32Array, v: number, e: number) {
  const { id: link, provider } = map.links[e]!;
  const input = { link, provider, minutes: delay[map.provider[e]!]! };
  return { party: map.parties[v]!.id, minutes: delay[v]!, input };
}

function absorbedOnTheWay(map: CompiledMap, delay: Int32Array, v: number, e: number): Absorbed[] {
  const g = map.group[e]!;
  const left = g === -1 ? inputLateness(map, delay, e) : groupLateness(map, delay, g);
  const steps = [slackAbsorbed(map, delay, e), alternativeSaved(map, delay, e), bufferMadeUp(map, v, left)];
  return steps.filter((step) => step !== undefined);
}

/** The sentence for this outcome and these absorbers. */
function told(
  outcome: 'late' | 'spared' | 'inconvenienced',
  map: CompiledMap,
  delay: Int32Array,
  v: number,
  e: number,
  absorbed: readonly Absorbed[],
): Phrase {
  const minutesBy = (by: SparedBy) => absorbed.find((step) => step.by === by)?.minutes ?? 0;
  const last = absorbed.at(-1)?.by;
  const values: PhraseValues = {
    party: map.parties[v]!.name,
    late: durationPhrase(delay[v]!, map),
    input: inputPhrase(map, e),
    came: durationPhrase(delay[map.provider[e]!]!, map),
    slack: durationPhrase(minutesBy('slack'), map),
    saved: durationPhrase(minutesBy('alternative'), map),
    buffer: durationPhrase(minutesBy('buffer'), map),
  };
  const switchedTo = absorbed.find(({ alternative }) => alternative !== null)?.alternative;
  const all = switchedTo
    ? { ...values, alternative: alternativePhrase(map, linkNumber(map, switchedTo)) }
    : values;
  const slack = minutesBy('slack') > 0;
  if (outcome === 'inconvenienced')
    return phrase(slack ? 'inconvenienced.slack' : 'inconvenienced.plain', values);
  if (outcome === 'spared') {
    if (last === 'slack' || last === undefined) return phrase('spared.slack', values);
    if (last === 'alternative') return phrase(slack ? 'spared.slackAlternative' : 'spared.alternative', all);
    if (switchedTo) return phrase(slack ? 'spared.slackAlternativeBuffer' : 'spared.alternativeBuffer', all);
    return phrase(slack ? 'spared.slackBuffer' : 'spared.buffer', values);
  }
  if (last === undefined) return phrase('late.plain', values);
  if (last === 'slack') return phrase('late.slack', values);
  if (last === 'alternative') return phrase(slack ? 'late.slackAlternative' : 'late.alternative', all);
  if (switchedTo) return phrase(slack ? 'late.slackAlternativeBuffer' : 'late.alternativeBuffer', all);
  return phrase(slack ? 'late.slackBuffer' : 'late.buffer', values);
}

function insteadOf(map: CompiledMap, delay: Int32Array, primary: number): Phrase {
  const came = durationPhrase(delay[map.provider[primary]!]!, map);
  return phrase('late.insteadOf', { input: inputPhrase(map, primary), came });
}

/** The input that came closest to making a spared party late. */
function nearestMiss(map: CompiledMap, delay: Int32Array, v: number, by: SparedBy): number {
  const blocking = inputs(map, v).filter((e) => map.isBlocking[e] === 1 && map.isStandby[e] === 0);
  if (by === 'slack') return largest(blocking, (e) => delay[map.provider[e]!]!);
  if (by === 'alternative') return largest(blocking, (e) => inputLateness(map, delay, e));
  const leaves = (e: number): number =>
    map.group[e] === -1 ? inputLateness(map, delay, e) : groupLateness(map, delay, map.group[e]!);
  return largest(blocking, leaves);
}

/** Blocking inputs, substitutes aside, that came later than their slack. */
const lateInputs = (map: CompiledMap, delay: Int32Array, v: number): number[] =>
  inputs(map, v).filter(
    (e) => map.isBlocking[e] === 1 && map.isStandby[e] === 0 && inputLateness(map, delay, e) > 0,
  );

const inputs = (map: CompiledMap, v: number): number[] =>
  Array.from(map.inLink.subarray(map.inStart[v], map.inStart[v + 1]));

/** The first of the links, by id, with the largest value. */
const largest = (links: readonly number[], value: (link: number) => number): number =>
  links.reduce((best, e) => (value(e) > value(best) ? e : best));

export function inputPhrase(map: CompiledMap, e: number): Phrase {
  const provider = map.parties[map.provider[e]!]!.name;
  const output = map.links[e]!.output.trim();
  if (output === '') return phrase('input.unnamed', { provider });
  const [first = ''] = output;
  return phrase('input.named', { output: first.toUpperCase() + output.slice(first.length), provider });
}

function alternativePhrase(map: CompiledMap, e: number): Phrase {
  const provider = map.parties[map.provider[e]!]!.name;
  const output = map.links[e]!.output.trim();
  return output === ''
    ? phrase('alternative.unnamed', { provider })
    : phrase('alternative.named', { output, provider });
}
