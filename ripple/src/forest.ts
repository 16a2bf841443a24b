/**
 * Who stands on whom: parties in an order in which each comes after its parent, with places by which all that stand on
 * a party follow it directly, so that whether one does is told at once (preorder: Knuth 1968). O(parties) to grow;
 * memory is kept.
 */
export interface Forest {
  /** `parent` is −1 for a root; it is read only of the parties in the order. */
  grow(order: Int32Array, count: number, parent: Int32Array): void;
  /** Where a party comes in the order. */
  readonly turn: Int32Array;
  readonly root: Int32Array;
  /** Whether a party is the other one or stands on it, at whatever height. */
  standsOn(party: number, other: number): boolean;
}

export function createForest(parties: number): Forest {
  const turn = new Int32Array(parties);
  const root = new Int32Array(parties);
  const size = new Int32Array(parties);
  const place = new Int32Array(parties);
  const nextPlace = new Int32Array(parties);
  return {
    turn,
    root,
    standsOn: (party, other) =>
      place[party]! >= place[other]! && place[party]! < place[other]! + size[other]!,
    grow(order, count, parent) {
      for (let i = 0; i < count; i++) {
        const v = order[i]!;
        turn[v] = i;
        size[v] = 1;
        root[v] = parent[v]! < 0 ? v : root[parent[v]!]!;
      }
      for (let i = count - 1; i >= 0; i--) {
        const v = order[i]!;
        if (parent[v]! >= 0) size[parent[v]!]! += size[v]!;
      }
      let free = 0;
      for (let i = 0; i < count; i++) {
        const v = order[i]!;
        const under = parent[v]!;
        place[v] = under < 0 ? free : nextPlace[under]!;
        nextPlace[v] = place[v] + 1;
        if (under < 0) free += size[v]!;
        else nextPlace[under]! += size[v]!;
      }
    },
  };
}
