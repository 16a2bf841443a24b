import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawKey, liveWorlds } from './keyed-draws.js';

describe('keyed draws', () => {
  test.each([0.001, 0.1, 1 / 3, 0.5, 0.75, 0.999])('are live with chance %d, in every lane', (p) => {
    const lanes = new Array<number>(32).fill(0);
    const words = 4_000;
    const { high, low } = drawKey(1, 'a link');
    for (let word = 0; word < words; word++) {
      const live = liveWorlds(high, low, word, p, -1);
      for (let lane = 0; lane < 32; lane++) lanes[lane]! += (live >>> lane) & 1;
    }
    const off = (hits: number, of: number) => Math.abs(hits / of - p) / Math.sqrt((p * (1 - p)) / of);
    for (const hits of lanes) expect(off(hits, words)).toBeLessThan(5);
    expect(
      off(
        lanes.reduce((a, b) => a + b),
        words * 32,
      ),
    ).toBeLessThan(5);
  });

  test('are sure where the chance is 1, however many are asked', () => {
    const { high, low } = drawKey(1, 'a link');
    for (let word = 0; word < 4_000; word++) expect(liveWorlds(high, low, word, 1, -1)).toBe(-1);
  });

  test.each([1 / 3, 0.5])('of any two worlds of a word are independent, with chance %d', (p) => {
    const words = 20_000;
    const { high, low } = drawKey(1, 'a link');
    const both = new Int32Array(32);
    let worst = 0;
    for (let apart = 1; apart < 32; apart++) {
      both.fill(0);
      for (let word = 0; word < words; word++) {
        const live = liveWorlds(high, low, word, p, -1);
        const together = live & (live >>> apart);
        for (let lane = 0; lane + apart < 32; lane++) both[lane]! += (together >>> lane) & 1;
      }
      for (let lane = 0; lane + apart < 32; lane++) {
        worst = Math.max(
          worst,
          Math.abs(both[lane]! / words - p * p) / Math.sqrt((p * p * (1 - p * p)) / words),
        );
      }
    }
    expect(worst).toBeGreaterThan(0.5);
    expect(worst).toBeLessThan(5);
  });

  test('of two links are independent, and so are those of two seeds', () => {
    const keys = [drawKey(1, 'l1'), drawKey(1, 'l2'), drawKey(2, 'l1')];
    const words = 4_000;
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      let both = 0;
      for (let word = 0; word < words; word++) {
        const together =
          liveWorlds(keys[a]!.high, keys[a]!.low, word, 0.5, -1) &
          liveWorlds(keys[b]!.high, keys[b]!.low, word, 0.5, -1);
        for (let lane = 0; lane < 32; lane++) both += (together >>> lane) & 1;
      }
      const total = words * 32;
      expect(Math.abs(both / total - 0.25) / Math.sqrt((0.25 * 0.75) / total)).toBeLessThan(4);
    }
  });

  test('answer the same about a world whatever else is asked, and only add worlds as p grows', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat({ max: 4_294_967_295 }),
        fc.nat({ max: 31_250 }),
        fc.integer(),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (id, seed, word, asked, p, q) => {
          const { high, low } = drawKey(seed, id);
          const all = liveWorlds(high, low, word, Math.min(p, q), -1);
          expect(liveWorlds(high, low, word, Math.min(p, q), asked)).toBe(all & asked);
          expect(all & ~liveWorlds(high, low, word, Math.max(p, q), -1)).toBe(0);
        },
      ),
      { numRuns: 2_000, seed: 3 },
    );
  });
});
