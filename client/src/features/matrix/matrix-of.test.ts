import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { placeAfter } from './matrix-keys';
import { matrixOf, type MatrixChoice } from './matrix-of';
import { shownCells, shownRange } from './shown-range';

const party = (id: string, fields: Partial<Party> = {}): Party => ({
  type: 'party',
  kind: 'team',
  id,
  name: id,
  ...fields,
});
const links = (...pairs: string[]): Link[] =>
  pairs.map((pair, index) => {
    const [provider = '', customer = ''] = pair.split(' > ');
    return { type: 'link', id: `${index}`, provider, customer, output: 'work', handshake: 'declared' };
  });

const airport: MapContent = {
  map: { type: 'map', id: 'm', name: 'Airport' },
  parties: [
    party('Gate', { group: 'Terminal' }),
    party('Loaders', { group: 'Ramp' }),
    party('Fuel', { kind: 'supplier' }),
    party('Passengers', { kind: 'external-customer' }),
    party('Control', { group: 'Ramp' }),
  ],
  links: links(
    'Fuel > Control',
    'Loaders > Control',
    'Control > Gate',
    'Control > Passengers',
    'Gate > Passengers',
    'Control > Gate',
  ),
  statements: [],
};
const choice: MatrixChoice = {
  order: 'chain',
  wanted: '',
  chain: ['Loaders', 'Fuel', 'Control', 'Gate', 'Passengers'],
  language: 'en',
};
const names = (parties: readonly Party[]): string[] => parties.map(({ name }) => name);
const rowsBy = (change: Partial<MatrixChoice>): string[] =>
  names(matrixOf(airport, { ...choice, ...change }).rows);

describe('a matrix', () => {
  test('has those who may provide as rows and those who may depend as columns, as the chain is read', () => {
    const { rows, columns } = matrixOf(airport, choice);
    expect(names(rows)).toEqual(['Loaders', 'Fuel', 'Control', 'Gate']);
    expect(names(columns)).toEqual(['Loaders', 'Control', 'Gate', 'Passengers']);
  });

  test('shows every link in the one cell of its two ends, several together', () => {
    const { rows, columns, linksAt } = matrixOf(airport, choice);
    const cells = rows.flatMap(({ id }) => columns.map((column) => linksAt(id, column.id)));
    expect(
      cells
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(airport.links.map(({ id }) => id).sort());
    expect(linksAt('Control', 'Gate')).toHaveLength(2);
    expect(linksAt('Gate', 'Control')).toEqual([]);
  });

  test.each([
    ['name', ['Control', 'Fuel', 'Gate', 'Loaders']],
    ['group', ['Loaders', 'Control', 'Gate', 'Fuel']],
    ['customers', ['Control', 'Fuel', 'Gate', 'Loaders']],
  ] as const)('can be read by %s', (order, expected) => {
    expect(rowsBy({ order })).toEqual(expected);
  });

  test('of somebody is them and whom they are linked with', () => {
    const { rows, columns } = matrixOf(airport, { ...choice, wanted: ' gATE ' });
    expect(names(rows)).toEqual(['Control', 'Gate']);
    expect(names(columns)).toEqual(['Gate', 'Passengers']);
    expect(rowsBy({ wanted: 'ramp' })).toEqual(['Loaders', 'Fuel', 'Control']);
    expect(rowsBy({ wanted: 'nobody' })).toEqual([]);
  });
});

describe('keys', () => {
  const press = (key: string, row: number, column: number, ctrlKey = false) =>
    placeAfter({ key, ctrlKey }, { row, column }, 30, 20);

  test('lead from cell to cell, to the names and no further', () => {
    expect(press('ArrowRight', 1, 1)).toEqual({ row: 1, column: 2 });
    expect(press('ArrowUp', 1, 4)).toEqual({ row: 0, column: 4 });
    expect(press('ArrowUp', 0, 4)).toEqual({ row: 0, column: 4 });
    expect(press('End', 3, 4)).toEqual({ row: 3, column: 20 });
    expect(press('Home', 3, 4, true)).toEqual({ row: 1, column: 1 });
    expect(press('PageDown', 25, 4)).toEqual({ row: 30, column: 4 });
    expect(press('ArrowDown', 2, 4, true)).toEqual({ row: 30, column: 4 });
  });

  test('that mean something else move nothing', () => {
    expect(press('a', 1, 1)).toBeUndefined();
  });
});

describe('what is drawn of a long row', () => {
  const sizes = fc.record({
    scrolled: fc.integer({ min: 0, max: 400_000 }),
    room: fc.integer({ min: -200, max: 4_000 }),
    count: fc.integer({ min: 0, max: 5_000 }),
  });

  test('covers the room, and little more', () => {
    fc.assert(
      fc.property(sizes, ({ scrolled, room, count }) => {
        const { first, end } = shownRange(scrolled, room, 34, count);
        for (let at = Math.floor(scrolled / 34); at * 34 < scrolled + room && at < count; at += 1)
          expect(first <= at && at < end).toBe(true);
        expect(end - first).toBeLessThanOrEqual(Math.max(0, room) / 34 + 12);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('holds the cell in focus once, wherever it lies', () => {
    fc.assert(
      fc.property(sizes, fc.nat(5_000), ({ scrolled, room, count }, focused) => {
        const cells = shownCells(shownRange(scrolled, room, 34, count), focused, count);
        expect(cells.filter((cell) => cell === focused)).toHaveLength(focused < count ? 1 : 0);
        expect(new Set(cells).size).toBe(cells.length);
      }),
    );
  });
});
