import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameTable } from './name-table.js';

const find = (names: readonly string[]): number[] => names.map(nameTable(names));
const places = (names: readonly string[]): number[] => names.map((_, place) => place);

describe('the table of names', () => {
  test('gives each name its place, whatever it is made of, and −1 to what it never heard of', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' })), (names) => {
        expect(find(names)).toEqual(places(names));
      }),
    );
    expect(nameTable([])('anybody')).toBe(-1);
    expect(nameTable(['a', 'b'])('c')).toBe(-1);
  });

  test('among so many that some share all 32 bits of their hash', () => {
    const names = Array.from({ length: 300_000 }, (_, i) => (Math.imul(i, 0x9e3779b1) >>> 0).toString(36));
    expect(find(names)).toEqual(places(names));
  });

  test('tells names apart that share their hash, and these from others that do not exist', () => {
    // Two that end in the same state of the hash share it whatever comes after.
    const names = Array.from({ length: 500 }, (_, i) => [`mtk6n4-${i}`, `yt8xib-${i}`]).flat();
    expect(find(names)).toEqual(places(names));
    const half = names.filter((_, place) => place % 2 === 0);
    expect(find(half)).toEqual(places(half));
    expect(nameTable(names)('mtk6n4-500')).toBe(-1);
  });
});
