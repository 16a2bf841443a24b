/**
 * What is worth a second look on a map, whatever goes wrong on it: the closed list, in its order. Loops by strongly
 * connected components (Tarjan 1972). O(parties + links).
 */
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { CompiledMap } from './compiled-map.js';
import { condensationOrder } from './condensation-order.js';

export function mapFindings(map: CompiledMap): MapFinding[] {
  const everyone = Array.from(map.parties.keys());
  const idsOf = (numbers: readonly number[]): string[] => numbers.map((v) => map.parties[v]!.id);
  const isTouched = (v: number): boolean => isServed(map, v) || map.outStart[v]! < map.outStart[v + 1]!;
  const hasCustomers = map.isCustomer.includes(1);

  const findings: MapFinding[] = [];
  if (!hasCustomers) findings.push({ code: 'NO_EXTERNAL_CUSTOMER' });
  else if (map.weight.every((weight) => weight === 0)) findings.push({ code: 'ALL_WEIGHTS_ZERO' });

  const unserved = everyone.filter((v) => map.isCustomer[v] === 1 && !isServed(map, v));
  if (unserved.length > 0) findings.push({ code: 'CUSTOMER_UNSERVED', parties: idsOf(unserved) });

  // Without customers nobody reaches one, and who is isolated is told so: neither is worth saying twice.
  const reaches = whoReachesACustomer(map);
  const lost = everyone.filter((v) => hasCustomers && reaches[v] === 0 && isTouched(v));
  if (lost.length > 0) findings.push({ code: 'REACHES_NO_CUSTOMER', parties: idsOf(lost) });

  const isolated = everyone.filter((v) => map.isCustomer[v] === 0 && !isTouched(v));
  if (isolated.length > 0) findings.push({ code: 'ISOLATED', parties: idsOf(isolated) });

  for (const loop of loopsWithoutSlack(map))
    findings.push({ code: 'LOOP_WITHOUT_SLACK', parties: idsOf(loop) });

  const differing = map.links.filter((_, e) => map.statementsDiffer[e] === 1);
  if (differing.length > 0)
    findings.push({ code: 'STATEMENTS_DIFFER', links: differing.map(({ id }) => id) });
  return findings;
}

const isServed = (map: CompiledMap, v: number): boolean => map.inStart[v]! < map.inStart[v + 1]!;

/** 1 for external customers and whoever provides, over any links, to one (breadth first against the links). */
function whoReachesACustomer(map: CompiledMap): Uint8Array {
  const reaches = map.isCustomer.slice();
  const found: number[] = [];
  for (let v = 0; v < reaches.length; v++) if (reaches[v] === 1) found.push(v);
  for (let i = 0; i < found.length; i++) {
    const v = found[i]!;
    for (let k = map.inStart[v]!; k < map.inStart[v + 1]!; k++) {
      const u = map.provider[map.inLink[k]!]!;
      if (reaches[u] === 1) continue;
      reaches[u] = 1;
      found.push(u);
    }
  }
  return reaches;
}

/** Sets of parties that go round in blocking links with no slack and no buffer: each by id, by the first of them. */
function loopsWithoutSlack(map: CompiledMap): number[][] {
  const absorbsNothing = (e: number): boolean =>
    map.isBlocking[e] === 1 && map.slack[e] === 0 && map.buffer[map.customer[e]!] === 0;
  const { parties, start } = condensationOrder(map, Int32Array.from(map.parties.keys()), absorbsNothing);
  const loops: number[][] = [];
  for (let c = 0; c + 1 < start.length; c++) {
    if (start[c + 1]! - start[c]! > 1) loops.push([...parties.slice(start[c], start[c + 1]).sort()]);
  }
  return loops.sort((a, b) => a[0]! - b[0]!);
}
