import type { DefectReport } from '@downstream/graph-schema/ripple-report';
import { partyNumber, type CompiledMap } from '@downstream/ripple/compiled-map';
import type { PartyBeat, Travel } from './show';
import { showTimes } from './show-time';
import type { Staged } from './stage-show';

/**
 * The defect part of a show. A defect has chances, not causes: it is played outwards by the fewest hand-overs from an
 * origin, over links that may carry it (breadth first; ties by provider id, then link id).
 */
export function stageDefect(map: CompiledMap, report: DefectReport, origins: readonly string[]): Staged {
  const chance = new Map(report.hits.map(({ party, probability }) => [party, probability]));
  const first = new Map<string, number>();
  const hops = new Map(origins.map((origin) => [origin, 0]));
  let edge = [...hops.keys()].sort((a, b) => partyNumber(map, a) - partyNumber(map, b));
  for (let hop = 1; edge.length > 0; hop += 1) {
    const next = new Set<string>();
    for (const provider of edge) {
      for (const link of liveLinks(map, provider)) {
        const { customer } = map.links[link]!;
        if (hops.has(customer) || !chance.has(customer)) continue;
        hops.set(customer, hop);
        first.set(customer, link);
        next.add(customer);
      }
    }
    edge = [...next].sort((a, b) => partyNumber(map, a) - partyNumber(map, b));
  }

  const timeOf = showTimes([...hops.values()].map((hop) => ({ at: 0, hops: hop })));
  const beats = new Map<string, PartyBeat>();
  for (const [party, hop] of hops) {
    const probability = chance.get(party) ?? 1;
    const isCustomer = map.isCustomer[partyNumber(map, party)] === 1;
    beats.set(party, {
      party,
      reachedAt: timeOf({ at: 0, hops: hop }),
      part: hop === 0 ? 'origin' : isCustomer ? 'customer' : 'hit',
      strength: probability,
      badges: [{ kind: 'probability', probability }],
    });
  }

  const travels: Travel[] = [];
  for (const [provider, hop] of hops) {
    for (const link of liveLinks(map, provider)) {
      const { id, customer } = map.links[link]!;
      const reached = beats.get(customer);
      if (!reached) continue;
      const from = timeOf({ at: 0, hops: hop });
      const isFirst = first.get(customer) === link;
      const to = isFirst ? reached.reachedAt : from + 0.9;
      travels.push({ link: id, from, to, part: isFirst ? 'causing' : 'besides', reach: 1 });
    }
  }
  return { beats, travels, spared: new Map(), inconvenienced: new Map() };
}

function liveLinks(map: CompiledMap, party: string): Int32Array {
  const u = partyNumber(map, party);
  return map.outLink
    .subarray(map.outStart[u], map.outStart[u + 1])
    .filter((link) => map.liveChance[link]! > 0);
}
