/**
 * What a reader should know beside a ripple's numbers: the closed list, in its order. Loops by strongly connected
 * components (Tarjan 1972). O(parties + links).
 */
import type { Provenance, RippleFinding } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';
import { condensationOrder } from './condensation-order.js';
import type { Hit } from './provenance.js';
import { isCounted } from './provenance.js';

export function findingsOf(map: CompiledMap, hit: Hit, provenance: Provenance): RippleFinding[] {
  const findings: RippleFinding[] = [];
  const { agreed, declared, assumed } = provenance;
  if (assumed > 0 && agreed + declared === 0) findings.push({ code: 'ALL_ASSUMED' });
  if (allWeightsAreZero(map)) findings.push({ code: 'ALL_WEIGHTS_ZERO' });
  if (!someCustomerIsHit(map, hit)) findings.push({ code: 'NO_CUSTOMER_HIT' });
  for (const parties of loopsWithoutSlack(map, hit)) findings.push({ code: 'LOOP_WITHOUT_SLACK', parties });
  const links = linksInDispute(map, hit);
  if (links.length > 0) findings.push({ code: 'STATEMENTS_DIFFER', links });
  return findings;
}

function allWeightsAreZero(map: CompiledMap): boolean {
  return map.isCustomer.includes(1) && map.weight.every((weight) => weight === 0);
}

function someCustomerIsHit(map: CompiledMap, { delay, defect }: Hit): boolean {
  for (let v = 0; v < map.parties.length; v++) {
    if (map.isCustomer[v] === 1 && ((delay?.[v] ?? 0) > 0 || (defect?.[v] ?? 0) > 0)) return true;
  }
  return false;
}

/** Loops among late parties in which nothing absorbs, each as its parties by id, by the first of them. */
function loopsWithoutSlack(map: CompiledMap, { delay }: Hit): string[][] {
  if (!delay) return [];
  const absorbsNothing = (e: number): boolean =>
    map.slack[e] === 0 && map.isBlocking[e] === 1 && map.buffer[map.customer[e]!] === 0;
  const { parties, start } = condensationOrder(map, bothWays(map, delay, absorbsNothing), absorbsNothing);
  const loops: Int32Array[] = [];
  for (let c = 0; c + 1 < start.length; c++) {
    if (start[c + 1]! - start[c]! > 1) loops.push(parties.slice(start[c], start[c + 1]).sort());
  }
  return loops.sort((a, b) => a[0]! - b[0]!).map((loop) => Array.from(loop, (v) => map.parties[v]!.id));
}

/** Hit parties that such a link leaves and another enters: every loop runs through these, and they are few. */
function bothWays(
  map: CompiledMap,
  delay: ArrayLike<number>,
  follows: (link: number) => boolean,
): Int32Array {
  const leaves = new Uint8Array(map.parties.length);
  const enters = new Uint8Array(map.parties.length);
  for (let e = 0; e < map.links.length; e++) {
    if (!follows(e)) continue;
    leaves[map.provider[e]!] = 1;
    enters[map.customer[e]!] = 1;
  }
  const found: number[] = [];
  for (let v = 0; v < leaves.length; v++) {
    if (leaves[v] === 1 && enters[v] === 1 && delay[v]! > 0) found.push(v);
  }
  return Int32Array.from(found);
}

/** Links whose numbers count and whose two sides state different ones, by id. */
function linksInDispute(map: CompiledMap, hit: Hit): string[] {
  const found: string[] = [];
  for (let e = 0; e < map.links.length; e++) {
    if (map.statementsDiffer[e] === 1 && isCounted(map, hit, e)) found.push(map.links[e]!.id);
  }
  return found;
}
