import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '@downstream/graph-schema/audience';
import type { Item } from '@downstream/graph-schema/item';
import type { StoredItem } from '@downstream/graph-schema/item';
import { logged } from './logged-change.js';
import { entryFor } from './visible-entry.js';

const gate: Item = { type: 'party', id: 'g', kind: 'team', name: 'Gate', buffer: 5 };
const editor: Viewer = { role: 'editor', speaksFor: [] };
const gatesOwn: Viewer = { role: 'editor', speaksFor: ['g'] };

const seenBy = (viewer: Viewer, before: StoredItem | undefined, after: StoredItem | undefined) =>
  entryFor(
    { revision: 2, by: 'ann', at: '2026-01-01T00:00:00.000Z', changes: [logged(gate, before, after)] },
    viewer,
  )?.changes[0];

describe('a log entry in the eyes of one reader', () => {
  const open: StoredItem = { item: gate, version: 1, audience: 'everyone' };
  const renamed: StoredItem = { ...open, item: { ...gate, name: 'Gate A' } };
  const blind: StoredItem = { ...renamed, audience: 'side:g' };
  const whole = { kind: 'team', name: 'Gate', buffer: 5 };

  test('holds the fields that differ of what they could read before and after', () => {
    expect(seenBy(editor, open, renamed)).toMatchObject({
      before: { name: 'Gate' },
      after: { name: 'Gate A' },
    });
  });

  test('holds the whole of what is revealed to them, as if it were new', () => {
    expect(seenBy(editor, blind, open)).toMatchObject({ before: null, after: whole });
    expect(seenBy(gatesOwn, blind, open)).toMatchObject({
      before: { name: 'Gate A' },
      after: { name: 'Gate' },
    });
  });

  test('takes away what is hidden from them, without a word of what it became', () => {
    expect(seenBy(editor, open, blind)).toMatchObject({ before: whole, after: null });
    expect(JSON.stringify(seenBy(editor, open, blind))).not.toContain('Gate A');
  });

  test('is nothing to those who can read none of it', () => {
    expect(seenBy(editor, blind, blind)).toBeUndefined();
    expect(seenBy(editor, undefined, blind)).toBeUndefined();
    expect(seenBy(editor, blind, undefined)).toBeUndefined();
    expect(seenBy('server', blind, undefined)).toMatchObject({ after: null });
  });
});
