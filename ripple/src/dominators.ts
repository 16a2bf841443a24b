/**
 * Whom everyone's ways to one party must pass: the dominators of a search back from it, found by semidominators and
 * nearest common ancestors (Semi-NCA: Georgiadis, Tarjan, Werneck 2006; path compression after Lengauer, Tarjan 1979).
 * O(links log parties) in practice; memory is kept from one party to the next.
 */

/** Parties by party: those of v are party[start[v]] … party[start[v + 1]). */
export interface NextParties {
  readonly start: Int32Array;
  readonly party: Int32Array;
}

export interface Dominators {
  /** `providers` by customer and `customers` by provider hold the same links. Gives back how many lead to `root`. */
  readonly find: (root: number, providers: NextParties, customers: NextParties) => number;
  /** Those in the order in which they were found, the root first; and each party's place in it, −1 for all others. */
  readonly party: Int32Array;
  readonly place: Int32Array;
  /** By place: from which place it was found, and the place of its dominator; both are before it, but for the root's. */
  readonly parent: Int32Array;
  readonly dominator: Int32Array;
}

export function createDominators(parties: number): Dominators {
  const party = new Int32Array(parties);
  const place = new Int32Array(parties).fill(-1);
  const parent = new Int32Array(parties);
  const dominator = new Int32Array(parties);
  const next = new Int32Array(parties);
  const path = new Int32Array(parties);
  const ancestor = new Int32Array(parties);
  const semi = new Int32Array(parties);
  /** The smallest semidominator on the way up to where the forest ends. */
  const label = new Int32Array(parties);
  let count = 0;

  /** In depth, without recursion. */
  function search(root: number, { start, party: provider }: NextParties): void {
    for (let i = 0; i < count; i++) place[party[i]!] = -1;
    count = 1;
    let depth = 0;
    party[0] = path[0] = root;
    place[root] = parent[0] = 0;
    next[root] = start[root]!;
    while (depth >= 0) {
      const v = path[depth]!;
      const k = next[v]!;
      if (k === start[v + 1]!) {
        depth -= 1;
        continue;
      }
      next[v] = k + 1;
      const u = provider[k]!;
      if (place[u]! >= 0) continue;
      place[u] = count;
      parent[count] = place[v]!;
      party[count++] = u;
      next[u] = start[u]!;
      path[++depth] = u;
    }
  }

  /** The label of a place in the forest of all after `linked`, shortening the way for whoever comes next. */
  function best(from: number, linked: number): number {
    if (ancestor[from]! <= linked) return label[from]!;
    let depth = 0;
    let at = from;
    while (ancestor[at]! > linked) {
      path[depth++] = at;
      at = ancestor[at]!;
    }
    while (depth > 0) {
      const below = path[--depth]!;
      if (label[at]! < label[below]!) label[below] = label[at]!;
      ancestor[below] = ancestor[at]!;
      at = below;
    }
    return label[from]!;
  }

  return {
    party,
    place,
    parent,
    dominator,
    find(root, providers, { start, party: customer }) {
      search(root, providers);
      for (let i = 0; i < count; i++) {
        ancestor[i] = dominator[i] = parent[i]!;
        semi[i] = label[i] = i;
      }
      for (let i = count - 1; i > 0; i--) {
        const u = party[i]!;
        let least = i;
        for (let k = start[u]!; k < start[u + 1]!; k++) {
          const j = place[customer[k]!]!;
          if (j < 0) continue;
          const reached = j < i ? j : best(j, i);
          if (reached < least) least = reached;
        }
        semi[i] = label[i] = least;
      }
      for (let i = 1; i < count; i++) {
        let above = dominator[i]!;
        while (above > semi[i]!) above = dominator[above]!;
        dominator[i] = above;
      }
      return count;
    },
  };
}
