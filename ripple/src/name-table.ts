/**
 * The places of names in a list: open addressing with linear probing, by a hash of 32 bits. Instead of a `Map` where a
 * million names are looked up once: one name is compared with another only where two of the list share a hash, so that
 * looking up touches one place of memory and not the names themselves. O(characters).
 */

/** `names` all different. The lookup gives the place of a name that is in the list, and of nearly every other −1. */
export function nameTable(names: readonly string[]): (name: string) => number {
  let bits = 3;
  while (1 << bits < 1.5 * names.length) bits++;
  const mask = (1 << bits) - 1;
  /** Two words a slot: a hash, and a place counted from 1; below 0 where another name has the same hash. */
  const slots = new Int32Array(2 << bits);

  for (let place = 0; place < names.length; place++) {
    const hash = hashOf(names[place]!);
    let entry = place + 1;
    let slot = hash >>> (32 - bits);
    for (; slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      if (slots[2 * slot] !== hash) continue;
      slots[2 * slot + 1] = -Math.abs(slots[2 * slot + 1]!);
      entry = -Math.abs(entry);
    }
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = entry;
  }

  return (name) => {
    const hash = hashOf(name);
    for (let slot = hash >>> (32 - bits); ; slot = (slot + 1) & mask) {
      const entry = slots[2 * slot + 1]!;
      if (entry === 0) return -1;
      if (slots[2 * slot] !== hash) continue;
      if (entry > 0) return entry - 1;
      if (names[-entry - 1] === name) return -entry - 1;
    }
  };
}

/** FNV-1a over UTF-16 code units, its bits then mixed upwards, since the highest choose the slot. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}
