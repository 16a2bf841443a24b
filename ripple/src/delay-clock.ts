/**
 * Causes and clock of a ripple whose lateness is settled: when each late party feels it, and by which link. A link, or a
 * group of alternatives, may be a cause where what comes by it is just what its customer is late; of all causes the
 * smallest (t, hops, provider, link) is shown. Each late party looks at what enters it, along the same order as lateness,
 * so that its providers mostly have their clocks already; whom loops made look too early look again (Bellman 1958).
 * Clocks fall from infinity, and since hops rise along every link there is only one fixpoint (Knuth 1977).
 * O(late parties + links entering those that several causes may have made late), times how often they look.
 */
import type { CompiledMap } from './compiled-map.js';
import type { DelayCells } from './delay-cells.js';
import type { OwnDelay, Reached } from './delay-pass.js';
import type { GroupsOfPass } from './delay-pass-groups.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';

/**
 * Sets the clocks of all late parties, and uses the bits of `isLate` up. Whoever has read a clock sets it back to
 * infinity. As in `delay-pass`, nothing is reached by a closure.
 */
export function setClocks(
  { provider }: CompiledMap,
  { cells, numbers, party, place, sections }: DelayCells,
  { lowest, highest }: Reached,
  groups: GroupsOfPass | undefined,
  own: readonly OwnDelay[],
  observer: Observer | undefined,
): void {
  const { clock, time, state, start, lane, news, link, enteringStart, entering, leadsBack } = sections;
  const waiting = sections.isLate;
  for (const { party: u, minutes } of own) {
    const at = place[u]!;
    if (cells[state + 2 * at] !== minutes) continue;
    cells[clock + 4 * at] = -1;
    cells[clock + 4 * at + 1] = 0;
    numbers[time + 2 * at] = 0;
  }
  let next = lowest;
  /** In the first sweep everybody looks: whoever comes after this place need not be told. */
  let looked = 0;
  while (next <= highest) {
    stopIf(observer);
    let word = next;
    next = highest + 1;
    while (word <= highest) {
      const bits = cells[waiting + word]!;
      if (bits === 0) {
        word += 1;
        continue;
      }
      const bit = bits & -bits;
      cells[waiting + word] = bits ^ bit;
      const at = (word << 5) + 31 - Math.clz32(bit);
      if (at > looked) looked = at;
      const before = numbers[time + 2 * at]!;
      const hopsBefore = cells[clock + 4 * at + 1]!;
      // Only an origin has come by no link.
      if (before === 0 && hopsBefore === 0) continue;
      const delay = cells[state + 2 * at]!;
      const only = cells[state + 2 * at + 1]!;
      let t = Infinity;
      let hops = 0;
      let through = -1;
      if (only >= 0) {
        const u = cells[news + only]!;
        t = numbers[time + 2 * u]! + cells[news + only + 1]!;
        hops = cells[clock + 4 * u + 1]! + 1;
        through = cells[link + (only >>> 1)]!;
      } else {
        const end = cells[enteringStart + at + 1]!;
        for (let i = cells[enteringStart + at]!; i < end; i++) {
          const k = cells[entering + i]!;
          const u = cells[news + k]!;
          if (cells[state + 2 * u]! - cells[lane + k + 1]! !== delay) continue;
          const comes = numbers[time + 2 * u]! + cells[news + k + 1]!;
          if (comes > t) continue;
          const hopsOfIt = cells[clock + 4 * u + 1]! + 1;
          if (comes === t && hopsOfIt >= hops) continue;
          t = comes;
          hops = hopsOfIt;
          through = cells[link + (k >>> 1)]!;
        }
        if (groups !== undefined) {
          const v = party[at]!;
          for (let i = groups.firstInto(v); i < groups.endInto(v); i++) {
            const shown = groups.causeOf(i);
            if (shown < 0) continue;
            const comes = groups.at();
            const hopsOfIt = groups.hops();
            if (comes > t || (comes === t && hopsOfIt > hops)) continue;
            if (comes === t && hopsOfIt === hops && !comesFirst(provider, shown, through)) continue;
            t = comes;
            hops = hopsOfIt;
            through = shown;
          }
        }
      }
      if (t === Infinity) continue;
      // Of a group another member may be shown though its clock is the same.
      cells[clock + 4 * at] = through;
      if (t === before && hops === hopsBefore) continue;
      cells[clock + 4 * at + 1] = hops;
      numbers[time + 2 * at] = t;
      if (at < looked || (cells[leadsBack + word]! & bit) !== 0) {
        const end = cells[start + at + 1]!;
        for (let k = cells[start + at]!; k < end; k += 2) {
          const v = cells[lane + k]!;
          if (v > looked) break;
          if (delay - cells[lane + k + 1]! !== cells[state + 2 * v]) continue;
          const w = v >>> 5;
          cells[waiting + w]! |= 1 << (v & 31);
          if (w < word && w < next) next = w;
        }
      }
      if (groups === undefined) continue;
      const u = party[at]!;
      for (let m = groups.first(u); m < groups.end(u); m++) {
        const v = groups.customerAt(m);
        if (v > looked || cells[state + 2 * v] === 0) continue;
        const w = v >>> 5;
        cells[waiting + w]! |= 1 << (v & 31);
        if (w < word && w < next) next = w;
      }
    }
    looked = party.length;
  }
}

/** By provider, then by link. */
function comesFirst(provider: Int32Array, link: number, than: number): boolean {
  const difference = provider[link]! - provider[than]!;
  return difference < 0 || (difference === 0 && link < than);
}
