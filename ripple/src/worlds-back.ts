/**
 * In which drawn worlds each party's defect reaches one customer: from the customer back over live links, for 32 worlds
 * at once, for everybody's defect in one go (reverse reachable sets: Borgs et al. 2014). Parties are swept customers
 * first, as far as loops let them be, until nothing is new. O(worlds / 32 × links that reach the customer × sweeps).
 */
import type { CompiledMap } from './compiled-map.js';

export interface WorldsBack {
  /** Looks back from the customer, in these worlds only; `live` as in `drawn-worlds`. */
  run(customer: number, worlds: Int32Array, live: Int32Array): void;
  /** A party's words of the last run begin at party × words. */
  readonly reaches: Int32Array;
  /** Who reaches the customer in any world, the customer too. */
  readonly found: Int32Array;
  readonly foundCount: () => number;
}

/** `party` is everybody, customers before their providers as far as loops let them. */
export function createWorldsBack(map: CompiledMap, words: number, party: Int32Array): WorldsBack {
  const { inStart, inLink, provider } = map;
  const n = map.parties.length;
  const place = new Int32Array(n);
  party.forEach((v, at) => (place[v] = at));
  const reaches = new Int32Array(n * words);
  const fresh = new Int32Array(n * words);
  const now = new Int32Array(words);
  const which = new Int32Array(words);
  const found = new Int32Array(n);
  const isFound = new Uint8Array(n);
  const dirty = new Int32Array((n >>> 5) + 1);
  let count = 0;

  return {
    reaches,
    found,
    foundCount: () => count,
    run(customer, worlds, live) {
      for (let i = 0; i < count; i++) {
        const v = found[i]!;
        isFound[v] = 0;
        reaches.fill(0, v * words, (v + 1) * words);
      }
      count = 0;
      /** The word of `dirty` that is swept, and the first before it that holds anything again. */
      let at = dirty.length;
      let next = dirty.length;
      const tell = (v: number): void => {
        if (isFound[v] === 0) {
          isFound[v] = 1;
          found[count++] = v;
        }
        const w = place[v]! >>> 5;
        dirty[w]! |= 1 << (place[v]! & 31);
        if (w < at && w < next) next = w;
      };
      reaches.set(worlds, customer * words);
      fresh.set(worlds, customer * words);
      tell(customer);
      while (next < dirty.length) {
        at = next;
        next = dirty.length;
        while (at < dirty.length) {
          const bits = dirty[at]!;
          if (bits === 0) {
            at += 1;
            continue;
          }
          dirty[at] = bits & (bits - 1);
          const v = party[(at << 5) + 31 - Math.clz32(bits & -bits)]!;
          let some = 0;
          for (let w = 0; w < words; w++) {
            const word = fresh[v * words + w]!;
            if (word === 0) continue;
            now[some] = word;
            which[some++] = w;
            fresh[v * words + w] = 0;
          }
          for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
            const e = inLink[k]!;
            const u = provider[e]!;
            let more = 0;
            for (let i = 0; i < some; i++) {
              const w = which[i]!;
              const reached = now[i]! & live[e * words + w]! & ~reaches[u * words + w]!;
              if (reached === 0) continue;
              reaches[u * words + w]! |= reached;
              fresh[u * words + w]! |= reached;
              more = 1;
            }
            if (more === 1) tell(u);
          }
        }
      }
    },
  };
}
