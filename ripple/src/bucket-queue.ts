/**
 * A monotone queue of numbered items by whole level, highest first, and on one level first come first: one bucket a
 * level (Dial 1969), doubly linked through arrays, with a bitmap of the buckets that hold anything. Each operation is constant, apart from the walk
 * down the bitmap, which takes highest / 32 steps in all. Memory is linear in items and levels.
 */
export class BucketQueue {
  /** Where each item stands, or stood when it was taken; 0 for one that was never put. */
  readonly level: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly held: Int32Array;
  private current: number;

  constructor(items: number, highest: number) {
    this.level = new Int32Array(items);
    // Items are kept as item + 1, so that 0 means none and fresh memory needs no filling.
    this.first = new Int32Array(highest + 1);
    this.last = new Int32Array(highest + 1);
    this.next = new Int32Array(items);
    this.previous = new Int32Array(items);
    this.held = new Int32Array((highest >>> 5) + 1);
    this.current = highest;
  }

  /**
   * Makes an emptied queue ready for items up to `highest`, which is at most what it was made for. Whoever took the
   * items has set their levels back to 0.
   */
  restart(highest: number): void {
    this.current = highest;
  }

  /** Puts an item in, or raises it; `level` is above the item's, at least 1, and at most that of the last one taken. */
  raise(item: number, level: number): void {
    const before = this.level[item]!;
    if (before > 0) {
      const next = this.next[item]!;
      const previous = this.previous[item]!;
      if (next > 0) this.previous[next - 1] = previous;
      else this.last[before] = previous;
      if (previous > 0) this.next[previous - 1] = next;
      else this.first[before] = next;
    }
    const tail = this.first[level]! > 0 ? this.last[level]! : 0;
    if (tail > 0) this.next[tail - 1] = item + 1;
    else this.first[level] = item + 1;
    this.previous[item] = tail;
    this.next[item] = 0;
    this.last[level] = item + 1;
    this.level[item] = level;
    this.held[level >>> 5]! |= 1 << (level & 31);
  }

  /** Takes an item of the highest level; −1 when nothing is left above level 0. */
  take(): number {
    let head = this.first[this.current]!;
    while (head === 0) {
      const word = this.current >>> 5;
      this.held[word]! &= ~(1 << (this.current & 31));
      this.current = this.highestAtOrBelow(word);
      if (this.current <= 0) return -1;
      head = this.first[this.current]!;
    }
    const next = this.next[head - 1]!;
    this.first[this.current] = next;
    if (next > 0) this.previous[next - 1] = 0;
    return head - 1;
  }

  private highestAtOrBelow(word: number): number {
    let at = word;
    while (at >= 0 && this.held[at] === 0) at -= 1;
    return at < 0 ? 0 : (at << 5) + 31 - Math.clz32(this.held[at]!);
  }
}
