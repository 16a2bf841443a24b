/**
 * An indexed binary heap of parties by (t, hops), smallest first (Floyd 1964; decrease-key by keeping each place).
 * Between offers to one party, provider and link decide ties; between parties a tie changes nothing, because every
 * offer comes from a provider with smaller (t, hops), taken before. O(log parties) an offer.
 */
export class EarliestQueue {
  readonly at: Float64Array;
  readonly hops: Int32Array;
  readonly through: Int32Array;
  private readonly heap: Int32Array;
  /** Place in the heap + 1; 0 for a party that was never offered, −1 for one that was taken. */
  private readonly place: Int32Array;
  private size = 0;

  constructor(
    private readonly provider: Int32Array,
    parties: number,
  ) {
    this.at = new Float64Array(parties);
    this.hops = new Int32Array(parties);
    this.through = new Int32Array(parties).fill(-1);
    this.heap = new Int32Array(parties);
    this.place = new Int32Array(parties);
  }

  offer(party: number, at: number, hops: number, through: number): void {
    let index = this.place[party]! - 1;
    if (index === -2) return;
    if (index === -1) index = this.size++;
    else if (at === this.at[party] && hops === this.hops[party]) {
      // The same place in the queue, perhaps a better reason.
      if (this.comesFirst(through, this.through[party]!)) this.through[party] = through;
      return;
    } else if (!this.isEarlier(at, hops, party)) return;
    this.at[party] = at;
    this.hops[party] = hops;
    this.through[party] = through;
    this.rise(party, index);
  }

  /** Takes the earliest party; −1 when none is left. */
  take(): number {
    if (this.size === 0) return -1;
    const earliest = this.heap[0]!;
    this.place[earliest] = -1;
    this.size -= 1;
    if (this.size > 0) this.sink(this.heap[this.size]!);
    return earliest;
  }

  private rise(party: number, from: number): void {
    const { heap, place } = this;
    const t = this.at[party]!;
    const hop = this.hops[party]!;
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const other = heap[above]!;
      if (!this.isEarlier(t, hop, other)) break;
      heap[index] = other;
      place[other] = index + 1;
      index = above;
    }
    heap[index] = party;
    place[party] = index + 1;
  }

  private sink(party: number): void {
    const { heap, place, at, hops } = this;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= this.size) break;
      let child = heap[below]!;
      if (below + 1 < this.size) {
        const right = heap[below + 1]!;
        if (this.isEarlier(at[right]!, hops[right]!, child)) {
          below += 1;
          child = right;
        }
      }
      if (!this.isEarlier(at[child]!, hops[child]!, party)) break;
      heap[index] = child;
      place[child] = index + 1;
      index = below;
    }
    heap[index] = party;
    place[party] = index + 1;
  }

  private isEarlier(at: number, hops: number, than: number): boolean {
    const other = this.at[than]!;
    return at < other || (at === other && hops < this.hops[than]!);
  }

  private comesFirst(link: number, than: number): boolean {
    const difference = this.provider[link]! - this.provider[than]!;
    return difference < 0 || (difference === 0 && link < than);
  }
}
