import type { DelayReport } from '@downstream/graph-schema/ripple-report';
import { linkNumber, partyNumber, type CompiledMap } from '@downstream/ripple/compiled-map';
import { inputLateness } from '@downstream/ripple/compiled-map';
import type { PartyBeat, Travel } from './show';
import type { Moment } from './show-time';
import type { Staged, Unstaged } from './stage-show';

/** Seconds a front takes on a link whose end has no moment of its own. */
const strollTime = 0.9;
/** Where slack stops a front: on the way, so that it is seen that it never arrived. */
const stoppedAt = 0.55;

/** The delay part of a show: fronts run in the order and the relative time of the report. */
export function stageDelay(map: CompiledMap, report: DelayReport): Unstaged {
  const moments = momentsOf(map, report);
  const most = report.hits.reduce((max, hit) => (hit.through === null ? Math.max(max, hit.minutes) : max), 1);
  return {
    moments: [...moments.values()],
    most,
    stage: (timeOf, scale) => stageAt(map, report, (party) => timeOf(moments.get(party)!), scale),
  };
}

function stageAt(
  map: CompiledMap,
  report: DelayReport,
  timeOf: (party: string) => number,
  most: number,
): Staged {
  const minutes = new Int32Array(map.parties.length);
  for (const hit of report.hits) minutes[partyNumber(map, hit.party)] = hit.minutes;

  const beats = new Map<string, PartyBeat>();
  const causing = new Set<string>();
  for (const hit of report.hits) {
    if (hit.through !== null) causing.add(hit.through);
    beats.set(hit.party, {
      party: hit.party,
      reachedAt: timeOf(hit.party),
      at: hit.at,
      part: hit.through === null ? 'origin' : isCustomer(map, hit.party) ? 'customer' : 'hit',
      strength: Math.min(1, hit.minutes / most),
      badges: [{ kind: 'minutes', minutes: hit.minutes }],
    });
  }

  const travels: Travel[] = [];
  const spared = new Map(report.spared.map(({ party }) => [party, 0]));
  const inconvenienced = new Map(report.inconvenienced.map((party) => [party, 0]));
  for (const hit of report.hits) {
    const from = beats.get(hit.party)!.reachedAt;
    for (const link of linksLeaving(map, hit.party)) {
      const travel = travelOn(map, link, minutes, causing, beats, from);
      if (!travel) continue;
      travels.push(travel);
      const customer = map.links[link]!.customer;
      for (const decided of [spared, inconvenienced]) {
        const before = decided.get(customer);
        if (before !== undefined) decided.set(customer, Math.max(before, travel.to));
      }
    }
  }
  return { beats, travels, spared, inconvenienced };
}

function momentsOf(map: CompiledMap, { hits }: DelayReport): Map<string, Moment> {
  const cause = new Map(
    hits.map(({ party, through }) => [
      party,
      through === null ? null : map.links[linkNumber(map, through)]!.provider,
    ]),
  );
  const hops = new Map<string, number>();
  for (const { party } of hits) {
    const chain: string[] = [];
    let here: string | null | undefined = party;
    while (typeof here === 'string' && !hops.has(here)) {
      chain.push(here);
      here = cause.get(here);
    }
    let count = typeof here === 'string' ? hops.get(here)! + 1 : 0;
    for (const passed of chain.reverse()) hops.set(passed, count++);
  }
  return new Map(hits.map(({ party, at }) => [party, { at, hops: hops.get(party)! }]));
}

function travelOn(
  map: CompiledMap,
  link: number,
  minutes: Int32Array,
  causing: ReadonlySet<string>,
  beats: ReadonlyMap<string, PartyBeat>,
  from: number,
): Travel | undefined {
  if (map.isStandby[link] === 1) return undefined;
  const { id, customer } = map.links[link]!;
  const reached = beats.get(customer);
  if (causing.has(id)) return { link: id, from, to: reached!.reachedAt, part: 'causing', reach: 1 };
  const late = inputLateness(map, minutes, link);
  if (late > 0 && (reached ?? map.isBlocking[link] === 0)) {
    const to = Math.max(reached?.part === 'origin' ? 0 : (reached?.reachedAt ?? 0), from + strollTime);
    return { link: id, from, to, part: 'besides', reach: 1 };
  }
  const absorbed = minutes[map.provider[link]!]!;
  const reach = late > 0 ? 1 : stoppedAt;
  return { link: id, from, to: from + strollTime * reach, part: 'stopped', reach, absorbed };
}

const isCustomer = (map: CompiledMap, party: string): boolean =>
  map.isCustomer[partyNumber(map, party)] === 1;

function linksLeaving(map: CompiledMap, party: string): Int32Array {
  const u = partyNumber(map, party);
  return map.outLink.subarray(map.outStart[u], map.outStart[u + 1]);
}
