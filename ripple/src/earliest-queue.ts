/**
 * An indexed binary heap of parties by (t, hops, provider, link), smallest first; an offer that is no earlier than
 * the one a party has is ignored. O(log parties) an offer. (Floyd 1964; decrease-key by keeping each place.)
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
    else if (!this.isEarlier(at, hops, through, party)) return;
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
    const { heap, place, at, hops, through } = this;
    const t = at[party]!;
    const hop = hops[party]!;
    const link = through[party]!;
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const other = heap[above]!;
      if (!this.isEarlier(t, hop, link, other)) break;
      heap[index] = other;
      place[other] = index + 1;
      index = above;
    }
    heap[index] = party;
    place[party] = index + 1;
  }

  private sink(party: number): void {
    const { heap, place, at, hops, through } = this;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= this.size) break;
      let child = heap[below]!;
      if (below + 1 < this.size) {
        const right = heap[below + 1]!;
        if (this.isEarlier(at[right]!, hops[right]!, through[right]!, child)) {
          below += 1;
          child = right;
        }
      }
      if (!this.isEarlier(at[child]!, hops[child]!, through[child]!, party)) break;
      heap[index] = child;
      place[child] = index + 1;
      index = below;
    }
    heap[index] = party;
    place[party] = index + 1;
  }

  private isEarlier(at: number, hops: number, through: number, than: number): boolean {
    if (at !== this.at[than]) return at < this.at[than]!;
    if (hops !== this.hops[than]) return hops < this.hops[than]!;
    const other = this.through[than]!;
    // Origins have no link; among them the order changes nothing.
    if (through < 0 || other < 0) return through < other;
    return (
      this.provider[through]! - this.provider[other]! < 0 ||
      (this.provider[through] === this.provider[other] && through < other)
    );
  }
}
