/**
 * What a set of disruptions does to everyone downstream: the whole ripple, as data. The same input gives the same
 * report to the last digit on every machine: engine arithmetic is + − × ÷ √ and integers, and sums run in id order.
 */
import type { Disruption, RippleRequest } from '@downstream/graph-schema/disruption';
import type { DefectReport, DelayReport, RippleReport } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';
import { partyNumber } from './compiled-map.js';
import { exactDefect } from './defect-exact.js';
import { defectReach } from './defect-reach.js';
import { reachedWorlds } from './defect-worlds.js';
import { findingsOf } from './findings.js';
import { latestFirst } from './latest-first.js';
import type { Hit } from './provenance.js';
import { provenanceOf } from './provenance.js';
import type { Causes, OwnDelay } from './delay-pass.js';
import { delayOfAll } from './delay-pass.js';
import { rippleOfDelay } from './settle-delay.js';
import { sparedBy } from './spared.js';
import type { Observer } from './observer.js';

/** Disruptions that `checkDisruptions` would refuse make it throw: callers check first. Throws `Stopped`. */
export function simulate(map: CompiledMap, request: RippleRequest, observer?: Observer): RippleReport {
  const disruptions = merged(map, request.disruptions);
  const hit: Hit = {};
  const report: Pick<RippleReport, 'delay' | 'defect'> = {};
  if (disruptions.some(({ kind }) => kind === 'delay')) {
    const own: OwnDelay[] = [];
    for (const disruption of disruptions) {
      if (disruption.kind !== 'delay') continue;
      own.push({ party: partyNumber(map, disruption.party), minutes: disruption.minutes });
    }
    const ripple = rippleOfDelay(map, own, observer);
    const delay = delayOfAll(map, ripple);
    hit.delay = delay;
    report.delay = delayReport(map, own, ripple, delay);
  }
  if (disruptions.some(({ kind }) => kind === 'defect')) {
    const origins = disruptions
      .filter(({ kind }) => kind === 'defect')
      .map(({ party }) => partyNumber(map, party));
    const { chance, ...how } = settleDefect(map, origins, request, observer);
    hit.defect = chance;
    report.defect = defectReport(map, chance, how);
  }
  const provenance = provenanceOf(map, hit);
  return { map: map.name, disruptions, ...report, provenance, findings: findingsOf(map, hit, provenance) };
}

/** Each party and kind once, a delay with its larger minutes; by party id, then kind. */
function merged(map: CompiledMap, disruptions: readonly Disruption[]): Disruption[] {
  const delays = new Map<number, number>();
  const defects = new Set<number>();
  for (const disruption of disruptions) {
    const v = partyNumber(map, disruption.party);
    if (map.isCustomer[v] === 1) throw new Error('An external customer cannot be disrupted.');
    if (disruption.kind === 'defect') defects.add(v);
    else delays.set(v, Math.max(disruption.minutes, delays.get(v) ?? 0));
  }
  const named = [...new Set([...delays.keys(), ...defects])].sort((a, b) => a - b);
  return named.flatMap((v) => {
    const party = map.parties[v]!.id;
    const minutes = delays.get(v);
    const found: Disruption[] = [];
    if (defects.has(v)) found.push({ party, kind: 'defect' });
    if (minutes !== undefined) found.push({ party, kind: 'delay', minutes });
    return found;
  });
}

function delayReport(
  map: CompiledMap,
  own: readonly OwnDelay[],
  ripple: Causes,
  delay: Int32Array,
): DelayReport {
  const { late, at, through } = ripple;
  const { spared, inconvenienced } = sparedBy(map, delay);
  const idOf = (v: number): string => map.parties[v]!.id;
  let totalMinutes = 0;
  let declaredMinutes = 0;
  for (const { minutes } of own) declaredMinutes += minutes;
  for (const v of late) totalMinutes += delay[v]!;
  let harm = 0;
  for (const v of late.toSorted()) harm += map.weight[v]! * delay[v]!;
  const hits = latestFirst(ripple).map((i) => {
    const v = late[i]!;
    const cause = through[i]!;
    return {
      party: idOf(v),
      minutes: delay[v]!,
      at: at[i]!,
      through: cause === -1 ? null : map.links[cause]!.id,
    };
  });
  return {
    hits,
    spared: spared.map(({ party, by }) => ({ party: idOf(party), by })),
    inconvenienced: inconvenienced.map(idOf),
    totalMinutes,
    multiplier: totalMinutes / declaredMinutes,
    harm,
  };
}

type How = Pick<DefectReport, 'method' | 'worlds' | 'seed'>;

function settleDefect(
  map: CompiledMap,
  origins: readonly number[],
  { seed, worlds }: RippleRequest,
  observer: Observer | undefined,
): How & { chance: Float64Array } {
  const reach = defectReach(map, origins);
  const exact = exactDefect(map, reach);
  if (exact) return { chance: exact, method: 'exact', worlds: 0, seed: null };
  const chance = Float64Array.from(
    reachedWorlds(map, origins, seed, worlds, observer),
    (hits) => hits / worlds,
  );
  return { chance, method: 'monte-carlo', worlds, seed };
}

function defectReport(map: CompiledMap, chance: Float64Array, { method, worlds, seed }: How): DefectReport {
  const hit: number[] = [];
  let expectedLoss = 0;
  for (let v = 0; v < chance.length; v++) {
    if (chance[v] === 0) continue;
    hit.push(v);
    expectedLoss += map.weight[v]! * chance[v]!;
  }
  hit.sort((a, b) => chance[b]! - chance[a]! || a - b);
  return {
    hits: hit.map((v) => ({
      party: map.parties[v]!.id,
      probability: chance[v]!,
      standardError: worlds === 0 ? 0 : Math.sqrt((chance[v]! * (1 - chance[v]!)) / worlds),
    })),
    expectedLoss,
    method,
    worlds,
    seed,
  };
}
