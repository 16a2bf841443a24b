import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyMapContent } from '../../tests/support/any-map.js';
import { applyEntry } from './apply-entry.js';
import type { Change, Fields, LogEntry, LoggedChange } from './change.js';
import { referenceKey, type Item, type StoredItem } from './item.js';
import { itemsOf } from './map-content.js';
import { invert } from './undo.js';

type Items = ReadonlyMap<string, StoredItem>;

const stored = (items: Item[], version = 1): Items =>
  new Map(items.map((item) => [referenceKey(item), { item, version, audience: 'everyone' as const }]));

const withoutVersions = (items: Items) => new Map([...items].map(([key, { item }]) => [key, item]));

const entry = (revision: number, ...changes: LoggedChange[]): LogEntry => ({
  revision,
  by: 'me',
  at: '2026-11-23T09:00:00.000Z',
  changes,
});

/** What a store would log of these changes; the simplest that keeps the log's promise. */
function logOf(revision: number, changes: readonly Change[], items: Items): LogEntry {
  return entry(
    revision,
    ...changes.map((change): LoggedChange => {
      const { type, id } = change.op === 'put' ? change.item : change;
      const before = items.get(referenceKey({ type, id }))?.item;
      if (change.op === 'remove') return { type, id, before: fieldsOf(before!), after: null };
      if (change.op === 'put' && !before) return { type, id, before: null, after: fieldsOf(change.item) };
      const after: Fields = change.op === 'put' ? fieldsOf(change.item) : change.fields;
      const was = fieldsOf(before!);
      return {
        type,
        id,
        before: Object.fromEntries(Object.keys(after).map((f) => [f, was[f] ?? null])),
        after,
      };
    }),
  );
}

const fieldsOf = (item: Item): Fields =>
  Object.fromEntries(Object.entries(item).filter(([field]) => field !== 'type' && field !== 'id')) as Fields;

const team = (id: string, more: object = {}): Item => ({
  type: 'party',
  id,
  name: id,
  kind: 'team',
  ...more,
});
const link = (id: string, provider: string, customer: string): Item => ({
  type: 'link',
  id,
  provider,
  customer,
  output: '',
  handshake: 'declared',
});

describe('Taking back my last commit', () => {
  test('restores every item, whatever was added, changed and removed', () => {
    fc.assert(
      fc.property(anyMapContent, fc.nat(), fc.nat(), (content, removedAt, renamedAt) => {
        const before = stored(itemsOf(content));
        const removed = content.links.filter((_, index) => index % 3 === removedAt % 3);
        const lost = new Set(removed.map(({ id }) => id));
        const renamed = content.parties[renamedAt % content.parties.length]!;
        const changes: Change[] = [
          { op: 'put', item: team('a newcomer') },
          { op: 'put', item: link('a new link', 'a newcomer', content.parties[0]!.id) },
          {
            op: 'patch',
            type: 'party',
            id: renamed.id,
            fields: { name: 'renamed', purpose: 'new', group: null },
          },
          ...removed.map(({ type, id }): Change => ({ op: 'remove', type, id })),
          ...content.statements
            .filter((statement) => lost.has(statement.link))
            .map(({ type, id }): Change => ({ op: 'remove', type, id })),
        ];
        const log = logOf(2, changes, before);
        const after = applyEntry(before, log);
        const inverse = invert(log, after);
        expect(inverse.kept).toEqual([]);
        const undone = applyEntry(after, logOf(3, inverse.changes, after));
        expect(withoutVersions(undone)).toEqual(withoutVersions(before));
      }),
    );
  });

  test('expects the versions it saw', () => {
    const log = entry(
      2,
      { type: 'party', id: 'New', before: null, after: { name: 'New', kind: 'team' } },
      { type: 'party', id: 'Old', before: { name: 'Older' }, after: { name: 'Old' } },
      { type: 'party', id: 'Gone', before: { name: 'Gone', kind: 'team' }, after: null },
    );
    const { changes } = invert(log, stored([team('New'), team('Old')], 2));
    expect(changes).toEqual([
      { op: 'put', item: team('Gone'), expectedVersion: 0 },
      { op: 'patch', type: 'party', id: 'Old', fields: { name: 'Older' }, expectedVersion: 2 },
      { op: 'remove', type: 'party', id: 'New', expectedVersion: 2 },
    ]);
  });

  test('leaves a field that somebody has changed since, and takes back the others', () => {
    const log = entry(2, {
      type: 'party',
      id: 'A',
      before: { purpose: null, buffer: 5 },
      after: { purpose: 'mine', buffer: 10 },
    });
    const now = stored([team('A', { purpose: 'theirs', buffer: 10 })], 3);
    expect(invert(log, now)).toEqual({
      changes: [{ op: 'patch', type: 'party', id: 'A', fields: { buffer: 5 }, expectedVersion: 3 }],
      kept: [{ item: { type: 'party', id: 'A' }, field: 'purpose', because: 'changed' }],
    });
  });

  test('leaves a party that I added where others have linked to it since', () => {
    const log = entry(2, { type: 'party', id: 'A', before: null, after: { name: 'A', kind: 'team' } });
    const now = stored([team('A'), team('B'), link('theirs', 'A', 'B')], 3);
    expect(invert(log, now)).toEqual({
      changes: [],
      kept: [{ item: { type: 'party', id: 'A' }, because: 'referenced' }],
    });
  });

  test('brings back no link whose party is gone meanwhile, nor what was said about it', () => {
    const log = entry(
      2,
      {
        type: 'link',
        id: 'l',
        before: { provider: 'A', customer: 'B', output: '', handshake: 'declared' },
        after: null,
      },
      { type: 'statement', id: 'l/customer', before: { link: 'l', side: 'customer', slack: 5 }, after: null },
    );
    const { changes, kept } = invert(log, stored([team('A')], 3));
    expect(changes).toEqual([]);
    expect(kept.map(({ item, because }) => [item.id, because]).sort()).toEqual([
      ['l', 'gone'],
      ['l/customer', 'gone'],
    ]);
  });

  test('has nothing to do where somebody has removed what I changed', () => {
    const log = entry(2, { type: 'party', id: 'A', before: { name: 'B' }, after: { name: 'A' } });
    expect(invert(log, stored([]))).toEqual({
      changes: [],
      kept: [{ item: { type: 'party', id: 'A' }, because: 'gone' }],
    });
  });
});

describe('Following the log', () => {
  test('leaves the items before it as they were, and notes the revision that wrote each', () => {
    const before = stored([team('A'), team('B')]);
    const after = applyEntry(
      before,
      entry(7, { type: 'party', id: 'A', before: { name: 'A' }, after: { name: 'Z' } }),
    );
    expect(before.get('party A')).toMatchObject({ version: 1, item: { name: 'A' } });
    expect(after.get('party A')).toMatchObject({ version: 7, item: { name: 'Z' } });
    expect(after.get('party B')).toBe(before.get('party B'));
  });
});
