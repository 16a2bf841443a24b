/**
 * Many delay ripples on one map, each from one party alone: the settling pass of `settle-delay`, with memory that is
 * kept between runs and cleaned only where a run touched it, so that a run costs what it reaches and not what the map
 * holds. Numbers of the map can be changed between runs. O(links leaving late parties + delay / 32) a run.
 *
 * Each run leaves a certificate: what settled each party, out of parties settled before it. Nothing but the links in a
 * party's certificate is needed to prove that it is at least so late.
 */
import { BucketQueue } from './bucket-queue.js';
import type { CompiledMap } from './compiled-map.js';
import { delayLanes } from './delay-lanes.js';

/** Later than anything can be, and still safe to subtract in 32 bits. */
export const beyondAnyDelay = 0x3fffffff;

export interface DelayRuns {
  /** Settles everyone's lateness when `origin` alone is `minutes` late (at most what the runs were made for). */
  run(origin: number, minutes: number): void;
  /** δ by party in the last run. */
  readonly lateness: Int32Array;
  /** The late parties of the last run, latest first, a party always after those that made it late. */
  readonly late: Int32Array;
  readonly lateCount: () => number;
  /** Shows the links of the certificate's last step into `party`: none where the delay began. */
  certificateOf(party: number, visit: (link: number, comes: number) => void): void;

  /** Gives a link more slack, or takes it back with a negative number. `beyondAnyDelay` protects it. */
  addSlack(link: number, minutes: number): void;
  addBuffer(party: number, minutes: number): void;
  /** Gives a link, or the group it is in, a substitute that is never late: its customer waits no longer than this. */
  setMost(link: number, minutes: number): void;
  /** How long a link's customer waits at most. */
  mostOf(link: number): number;
}

export function createDelayRuns(map: CompiledMap, longest: number): DelayRuns {
  const { memberStart, memberPosition } = map;
  const { start: laneStart, customer: laneCustomer, link: laneLink, cost: laneCost } = delayLanes(map);
  const { group, groupStart, groupMember, groupPrimary, switchTime, customer, provider } = map;
  const n = map.parties.length;
  const laneMost = Int32Array.from(laneLink, () => beyondAnyDelay);
  const laneOf = new Int32Array(map.links.length).fill(-1);
  laneLink.forEach((link, lane) => (laneOf[link] = lane));
  const slack = map.slack.slice();
  const buffer = map.buffer.slice();
  const groupMost = new Int32Array(groupPrimary.length).fill(beyondAnyDelay);

  const items = n + groupMember.length;
  const queue = new BucketQueue(items, longest);
  const { level } = queue;
  const taken = new Int32Array(items);
  let takenCount = 0;
  const late = new Int32Array(n);
  let lateCount = 0;
  /** What raised a party last: a link, or, behind all links, a group. */
  const through = new Int32Array(n).fill(-1);
  const links = map.links.length;

  const isKnown = new Uint8Array(groupMember.length);
  const unknown = new Int32Array(groupPrimary.length);
  const best = new Int32Array(groupPrimary.length);
  const isTouched = new Uint8Array(groupPrimary.length);
  const touched: number[] = [];

  function raise(party: number, reaches: number, cause: number): void {
    if (reaches <= level[party]!) return;
    queue.raise(party, reaches);
    through[party] = cause;
  }

  function touch(g: number): void {
    if (isTouched[g] === 1) return;
    isTouched[g] = 1;
    touched.push(g);
    unknown[g] = groupStart[g + 1]! - groupStart[g]!;
    best[g] = groupMost[g]!;
  }

  function know(position: number, value: number): void {
    const g = group[groupMember[position]!]!;
    isKnown[position] = 1;
    if (value < best[g]!) best[g] = value;
    unknown[g]! -= 1;
    if (unknown[g] !== 0) return;
    const v = customer[groupPrimary[g]!]!;
    raise(v, best[g]! - buffer[v]!, links + g);
  }

  function providerSettled(position: number, delay: number): void {
    if (isKnown[position] === 1) return;
    const link = groupMember[position]!;
    const g = group[link]!;
    touch(g);
    const comes = Math.max(0, delay - slack[link]!);
    know(position, Math.max(switchTime[link]!, comes));
    if (link !== groupPrimary[g] || comes === 0) return;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      if (isKnown[k] === 1) continue;
      const takes = switchTime[groupMember[k]!]!;
      if (takes >= comes) know(k, takes);
      else if (takes > 0) queue.raise(n + k, takes);
    }
  }

  function clean(): void {
    for (let i = 0; i < takenCount; i++) level[taken[i]!] = 0;
    for (const g of touched) {
      isTouched[g] = 0;
      isKnown.fill(0, groupStart[g], groupStart[g + 1]);
    }
    touched.length = 0;
    takenCount = 0;
    lateCount = 0;
  }

  return {
    late,
    lateCount: () => lateCount,
    lateness: level.subarray(0, n),
    run(origin, minutes) {
      clean();
      queue.restart(minutes);
      raise(origin, minutes, -1);
      for (let item = queue.take(); item >= 0; item = queue.take()) {
        taken[takenCount++] = item;
        if (item >= n) {
          if (isKnown[item - n] === 0) know(item - n, switchTime[groupMember[item - n]!]!);
          continue;
        }
        late[lateCount++] = item;
        const delay = level[item]!;
        for (let k = laneStart[item]!; k < laneStart[item + 1]!; k++) {
          const v = laneCustomer[k]!;
          const reaches = Math.min(delay - laneCost[k]!, laneMost[k]!);
          if (reaches <= level[v]!) continue;
          queue.raise(v, reaches);
          through[v] = laneLink[k]!;
        }
        for (let k = memberStart[item]!; k < memberStart[item + 1]!; k++) {
          providerSettled(memberPosition[k]!, delay);
        }
      }
    },
    certificateOf(party, visit) {
      const cause = through[party]!;
      if (cause < 0) return;
      if (cause < links) {
        visit(cause, Math.max(0, level[provider[cause]!]! - slack[cause]!));
        return;
      }
      const g = cause - links;
      for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
        const link = groupMember[k]!;
        if (switchTime[link]! < best[g]!) visit(link, best[g]!);
      }
    },
    addSlack(link, minutes) {
      slack[link]! += minutes;
      if (laneOf[link]! >= 0) laneCost[laneOf[link]!]! += minutes;
    },
    addBuffer(party, minutes) {
      buffer[party]! += minutes;
      for (let k = map.inStart[party]!; k < map.inStart[party + 1]!; k++) {
        const lane = laneOf[map.inLink[k]!]!;
        if (lane < 0) continue;
        laneCost[lane]! += minutes;
        if (laneMost[lane]! < beyondAnyDelay) laneMost[lane]! -= minutes;
      }
    },
    mostOf(link) {
      const g = group[link]!;
      if (g >= 0) return groupMost[g]!;
      const most = laneMost[laneOf[link]!]!;
      return most === beyondAnyDelay ? most : most + buffer[customer[link]!]!;
    },
    setMost(link, minutes) {
      const g = group[link]!;
      if (g >= 0) groupMost[g] = minutes;
      else if (minutes >= beyondAnyDelay) laneMost[laneOf[link]!] = beyondAnyDelay;
      else laneMost[laneOf[link]!] = minutes - buffer[customer[link]!]!;
    },
  };
}
