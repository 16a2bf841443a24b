import type { DefectReport } from '@downstream/graph-schema/ripple-report';
import { partyNumber, type CompiledMap } from '@downstream/ripple/compiled-map';
import { possibleWays } from '@downstream/ripple/possible-way';
import type { PartyBeat, Travel } from './show';
import type { Moment } from './show-time';
import type { Staged, Unstaged } from './stage-show';

/**
 * The defect part of a show. A defect has chances, not causes: it is played outwards along one possible way to each
 * party, a beat for every hand-over.
 */
export function stageDefect(map: CompiledMap, report: DefectReport, origins: readonly string[]): Unstaged {
  const { through } = possibleWays(map, report, origins);
  const hops = hopsAlong(
    map,
    through,
    report.hits.map(({ party }) => party),
  );
  return {
    moments: [...hops.values()].map((hop) => ({ at: 0, hops: hop })),
    // A chance is of one, whatever else is shown.
    most: 1,
    stage: (timeOf) => stageAt(map, report, through, hops, timeOf),
  };
}

function stageAt(
  map: CompiledMap,
  report: DefectReport,
  through: Int32Array,
  hops: ReadonlyMap<string, number>,
  timeOf: (moment: Moment) => number,
): Staged {
  const chance = new Map(report.hits.map(({ party, probability }) => [party, probability]));
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
      const isFirst = through[partyNumber(map, customer)] === link;
      const to = isFirst ? reached.reachedAt : from + 0.9;
      travels.push({ link: id, from, to, part: isFirst ? 'causing' : 'besides', reach: 1 });
    }
  }
  return { beats, travels, spared: new Map(), inconvenienced: new Map() };
}

function hopsAlong(map: CompiledMap, through: Int32Array, parties: readonly string[]): Map<string, number> {
  const hops = new Map<string, number>();
  for (const party of parties) {
    const chain: string[] = [];
    let here: string | undefined = party;
    while (here !== undefined && !hops.has(here)) {
      chain.push(here);
      const link: number = through[partyNumber(map, here)]!;
      here = link === -1 ? undefined : map.links[link]!.provider;
    }
    let count = here === undefined ? 0 : hops.get(here)! + 1;
    for (const passed of chain.reverse()) hops.set(passed, count++);
  }
  return hops;
}

function liveLinks(map: CompiledMap, party: string): Int32Array {
  const u = partyNumber(map, party);
  return map.outLink
    .subarray(map.outStart[u], map.outStart[u + 1])
    .filter((link) => map.liveChance[link]! > 0);
}
