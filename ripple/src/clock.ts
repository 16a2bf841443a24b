/**
 * When each party of a ripple feels it, and by which link: a record a party, and an indexed binary heap of parties by
 * (t, hops), smallest first (Floyd 1964; decrease-key by keeping each place). Records are 16 bytes, so that one line of
 * the processor's cache holds all of one.
 */
import type { CompiledMap } from './compiled-map.js';

/** A cause is a lane by its number, −1 for none, or, for a member of a group, −2 − its link. */
export const noCause = -1;
export const causeOfMember = (link: number): number => -2 - link;

/** The link that a cause stands for; −1 for none. */
export function linkOf(map: CompiledMap, cause: number): number {
  return cause >= 0 ? map.laneLink[cause]! : cause === noCause ? -1 : -2 - cause;
}

export class Clock {
  /** Four places a party: the cause, hops, and (as half as many 64-bit numbers) t. */
  readonly record: Int32Array;
  readonly time: Float64Array;
  private readonly heap: Int32Array;
  /** Place in the heap + 1; 0 for who is not in it. */
  private readonly place: Int32Array;
  private size = 0;

  constructor(private readonly map: CompiledMap) {
    const n = map.parties.length;
    this.record = new Int32Array(4 * n);
    this.time = new Float64Array(this.record.buffer);
    this.heap = new Int32Array(n);
    this.place = new Int32Array(n);
  }

  at(party: number): number {
    return this.time[2 * party + 1]!;
  }

  hops(party: number): number {
    return this.record[4 * party + 1]!;
  }

  cause(party: number): number {
    return this.record[4 * party]!;
  }

  write(party: number, at: number, hops: number, cause: number): void {
    this.record[4 * party] = cause;
    this.record[4 * party + 1] = hops;
    this.time[2 * party + 1] = at;
  }

  /** Writes it where (t, hops, provider, link) is smaller than what was there; says whether (t, hops) is. */
  offer(party: number, at: number, hops: number, cause: number): boolean {
    const t = this.time[2 * party + 1]!;
    if (at > t) return false;
    const hop = this.record[4 * party + 1]!;
    const isSooner = at < t || hops < hop;
    if (!isSooner && (hops > hop || !this.comesFirst(cause, this.record[4 * party]!))) return false;
    this.write(party, at, hops, cause);
    return isSooner;
  }

  /** By provider, then link. Lanes are in that order themselves. */
  private comesFirst(cause: number, than: number): boolean {
    if (than === noCause) return false;
    if (cause >= 0 && than >= 0) return cause < than;
    const link = linkOf(this.map, cause);
    const other = linkOf(this.map, than);
    const difference = this.map.provider[link]! - this.map.provider[other]!;
    return difference < 0 || (difference === 0 && link < other);
  }

  /** Puts a party in, or moves it up after its record has become smaller. */
  wait(party: number): void {
    let index = this.place[party]! - 1;
    if (index < 0) index = this.size++;
    const { heap, place } = this;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const other = heap[above]!;
      if (!this.isEarlier(party, other)) break;
      heap[index] = other;
      place[other] = index + 1;
      index = above;
    }
    heap[index] = party;
    place[party] = index + 1;
  }

  /** Takes the earliest party out; −1 when none is left. */
  take(): number {
    if (this.size === 0) return -1;
    const earliest = this.heap[0]!;
    this.place[earliest] = 0;
    this.size -= 1;
    if (this.size > 0) this.sink(this.heap[this.size]!);
    return earliest;
  }

  private sink(party: number): void {
    const { heap, place } = this;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && this.isEarlier(heap[below + 1]!, heap[below]!)) below += 1;
      const child = heap[below]!;
      if (!this.isEarlier(child, party)) break;
      heap[index] = child;
      place[child] = index + 1;
      index = below;
    }
    heap[index] = party;
    place[party] = index + 1;
  }

  private isEarlier(party: number, than: number): boolean {
    const t = this.time[2 * party + 1]!;
    const other = this.time[2 * than + 1]!;
    return t < other || (t === other && this.record[4 * party + 1]! < this.record[4 * than + 1]!);
  }
}
