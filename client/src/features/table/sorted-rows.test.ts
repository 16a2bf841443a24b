import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortedRows } from './sorted-rows';

interface Row {
  id: string;
  name: string;
  needs: number;
}
const rows: Row[] = [
  { id: 'c', name: 'Team 10', needs: 2 },
  { id: 'b', name: 'Team 9', needs: 10 },
  { id: 'd', name: 'Élan', needs: 2 },
  { id: 'a', name: 'Team 10', needs: 1 },
];
const ids = (sorted: readonly Row[]) => sorted.map(({ id }) => id).join(' ');

describe('rows of a table', () => {
  test('stand as a reader expects: 9 before 10, É beside E', () => {
    expect(ids(sortedRows(rows, ({ name }) => name, false, 'en'))).toBe('d b a c');
  });

  test('sort numbers as numbers, either way', () => {
    expect(ids(sortedRows(rows, ({ needs }) => needs, false, 'en'))).toBe('a c d b');
    expect(ids(sortedRows(rows, ({ needs }) => needs, true, 'en'))).toBe('b c d a');
  });

  test('stand in one order, in whatever order the items came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.boolean(), (came, falling) => {
        expect(sortedRows(came, ({ name }) => name, falling, 'en')).toEqual(
          sortedRows(rows, ({ name }) => name, falling, 'en'),
        );
      }),
    );
  });
});
