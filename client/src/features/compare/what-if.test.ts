import { describe, expect, test } from '@jest/globals';
import { referenceKey, type Item } from '@downstream/graph-schema/item';
import fc from 'fast-check';
import { applyChanges, itemAt, type Items } from '../../open-map/apply-changes';
import { aChain } from '../../testing/a-chain';
import {
  changesOf,
  editedItems,
  readWhatIf,
  whatIfOnMap,
  withEdits,
  writeWhatIf,
  type WhatIf,
} from './what-if';

const itemsOf = (...items: Item[]): Items =>
  new Map(items.map((item) => [referenceKey(item), { version: 1, audience: 'everyone', item }]));
const chain = itemsOf(...aChain);

const id = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const minutes = fc.option(fc.integer({ min: 0, max: 5_000_000 }));
const chance = fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0));
const edit = fc.oneof(
  fc.record({ field: fc.constantFrom('slack', 'leadTime', 'switchTime', 'buffer'), id, value: minutes }),
  fc.record({ field: fc.constantFrom('defectPass', 'catchRate'), id, value: chance }),
  fc.record({ field: fc.constant('dependence'), id, value: fc.constantFrom('blocking', 'helpful') }),
  fc.record({ field: fc.constant('alternativeGroup'), id, value: fc.option(id) }),
) as fc.Arbitrary<WhatIf['edits'][number]>;
const disruption = fc.oneof(
  fc.record({ party: id, kind: fc.constant('delay' as const), minutes: fc.integer({ min: 1, max: 9_000 }) }),
  fc.record({ party: id, kind: fc.constant('defect' as const) }),
);
const whatIf: fc.Arbitrary<WhatIf> = fc.record({
  edits: fc.array(edit, { maxLength: 5 }),
  disruptions: fc.option(fc.array(disruption, { minLength: 1, maxLength: 3 }), { nil: undefined }),
});

describe('what would be different, in the address', () => {
  test('is one short text an edit', () => {
    expect(
      writeWhatIf({
        edits: [
          { field: 'slack', id: 'hold', value: 20 },
          { field: 'buffer', id: 'loaders', value: null },
        ],
        disruptions: [{ party: 'loaders', kind: 'delay', minutes: 45 }],
      }),
    ).toEqual(['slack:20:hold', 'buffer::loaders', 'delay:45:loaders']);
  });

  test('comes back as it was, whatever ids and names hold', () => {
    fc.assert(
      fc.property(whatIf, (asked) => {
        const address = new URLSearchParams(writeWhatIf(asked).map((text) => ['if', text]));
        expect(readWhatIf(new URLSearchParams(address.toString()).getAll('if'))).toEqual(asked);
      }),
    );
  });

  test.each([
    '',
    'slack',
    'slack:20:',
    'slack:soon:hold',
    'catchRate:2:gate',
    'colour:red:hold',
    'delay:0:gate',
  ])('that says nothing, as "%s", is left out', (text) => {
    expect(readWhatIf([text])).toEqual({ edits: [], disruptions: undefined });
  });
});

describe('the map with something different', () => {
  test('has the number where it counts: at the expectation that is there', () => {
    expect(changesOf(chain, [{ field: 'slack', id: 'hold', value: 25 }])).toEqual([
      { op: 'patch', type: 'statement', id: 'hold/customer', fields: { slack: 25 } },
    ]);
  });

  test('has what nobody has stated yet as the provider’s word', () => {
    const { items } = editedItems(chain, [{ field: 'defectPass', id: 'plane', value: 0.2 }]);
    expect(itemAt(items, { type: 'statement', id: 'plane/provider' })).toMatchObject({ defectPass: 0.2 });
  });

  test('is one set of changes, however many numbers differ', () => {
    const edits = [
      { field: 'buffer', id: 'loaders', value: 5 },
      { field: 'catchRate', id: 'loaders', value: 0.5 },
      { field: 'leadTime', id: 'hold', value: 3 },
    ] as const;
    const changes = changesOf(chain, edits);
    expect(changes).toHaveLength(2);
    expect(itemAt(applyChanges(chain, changes).items, { type: 'party', id: 'loaders' })).toMatchObject({
      buffer: 5,
      catchRate: 0.5,
    });
  });

  test('leaves out what is no longer on the map', () => {
    expect(changesOf(chain, [{ field: 'slack', id: 'gone', value: 5 }])).toEqual([]);
  });

  test('tells, counts and keeps nothing of what somebody has removed since', () => {
    const [hold, loaders] = ['slack:20:hold', 'delay:45:loaders'];
    const left = readWhatIf([hold, loaders]);
    expect(whatIfOnMap(chain, readWhatIf([hold, 'buffer:5:gone', 'delay:30:gone', loaders]))).toEqual(left);
    expect(whatIfOnMap(chain, readWhatIf(['slack:20:gone', 'delay:30:passengers']))).toEqual({
      edits: [],
      disruptions: undefined,
    });
  });

  test('is the map as it is, with the reason, where the edits do not fit it', () => {
    const { items, flaw } = editedItems(chain, [{ field: 'alternativeGroup', id: 'hold', value: 'one' }]);
    expect(items).toBe(chain);
    expect(flaw).toMatch(/a substitute needs at least two/);
  });

  test('forgets an edit that is back where it was', () => {
    const more = withEdits(chain, [], [{ field: 'slack', id: 'hold', value: 30 }]);
    expect(more).toHaveLength(1);
    expect(withEdits(chain, more, [{ field: 'slack', id: 'hold', value: 10 }])).toEqual([]);
  });
});
