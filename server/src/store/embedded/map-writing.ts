import type { StoredItem } from '@downstream/graph-schema/item';
import { breather } from '../breathe.js';
import type { Found, MapState, MapTransaction, MapWrites, Wanted } from '../map-transaction.js';
import { accessWriting } from './access-writing.js';
import type { Database } from './database.js';
import { newestRevision } from './newest-revision.js';
import { entryOfRow, entryRow, itemOfRow, itemRow, keyOfRow, textKey } from './rows.js';

// Whole texts, so that a commit neither puts them together nor has them hashed again to find the prepared statement.
const stateOfMap = `SELECT number, gone, revision, at, parties, links FROM map LEFT JOIN entry
  ON entry.map = number AND revision = ${newestRevision} WHERE id = ?`;
const items = 'SELECT version, audience, body FROM item WHERE map = ?';
const itemById = `${items} AND type = ? AND id = ?`;
const linksFrom = `${items} AND provider = ?`;
const linksTo = `${items} AND customer = ?`;
const linksOfGroup = `${linksTo} AND alternative_group = ?`;

/**
 * One map inside the transaction open on `database`, which has begun as a writing one: SQLite lets in one writer at a
 * time, so the map is locked already.
 */
export function mapWriting(database: Database, map: string): MapTransaction {
  let number: number | undefined;
  const known = (): number => {
    if (number === undefined) throw new Error('A transaction on a map begins by locking or creating it.');
    return number;
  };

  function state(): MapState {
    const row = database.first(stateOfMap, [textKey(map)]);
    if (!row) return 'absent';
    number = row['number'] as number;
    if (row['gone'] === 1) return 'gone';
    return {
      revision: row['revision'] as number,
      changedAt: row['at'] as string,
      parties: row['parties'] as number,
      links: row['links'] as number,
    };
  }

  function read({ items: named = [], linksAt = [], groups = [], keys = [], entries = [] }: Wanted): Found {
    const found: StoredItem[] = [];
    const take = (sql: string, ...values: string[]) => {
      for (const row of database.all(sql, [known(), ...values])) found.push(itemOfRow(row));
    };
    for (const { type, id } of named) {
      const row = database.first(itemById, [known(), type, textKey(id)]);
      if (row) found.push(itemOfRow(row));
    }
    for (const party of linksAt) {
      take(linksFrom, textKey(party));
      take(linksTo, textKey(party));
    }
    for (const { customer, group } of groups) {
      take(linksOfGroup, textKey(customer), textKey(group));
    }
    return {
      items: found,
      keys: keys.flatMap(({ by, key }) => {
        const row = database.first(
          'SELECT signed_by, key, digest, revision FROM entry WHERE map = ? AND signed_by = ? AND key = ?',
          [known(), textKey(by), textKey(key)],
        );
        return row ? [keyOfRow(row)] : [];
      }),
      entries: entries.flatMap((revision) => {
        const row = database.first(
          'SELECT revision, signed_by, at, changes, revokes FROM entry WHERE map = ? AND revision = ?',
          [known(), revision],
        );
        return row ? [entryOfRow(row)] : [];
      }),
    };
  }

  return {
    ...accessWriting(database, known),
    lock(wanted) {
      const locked = state();
      const found = typeof locked === 'string' ? { items: [], keys: [], entries: [] } : read(wanted);
      return Promise.resolve({ state: locked, found });
    },
    read: (wanted) => Promise.resolve(read(wanted)),
    create() {
      if (state() !== 'absent') return Promise.resolve(false);
      database.run('INSERT INTO map (id) VALUES (?)', [textKey(map)]);
      state();
      return Promise.resolve(true);
    },
    async write({ head, items, log, keys }: MapWrites) {
      const breathe = breather();
      for (const { before, after } of items) {
        const { item } = (after ?? before)!;
        const place = [known(), item.type, textKey(item.id)];
        if (!after) database.run('DELETE FROM item WHERE map = ? AND type = ? AND id = ?', place);
        else if (before) {
          database.run(
            `UPDATE item SET (version, audience, body, provider, customer, alternative_group) = (?, ?, ?, ?, ?, ?)
             WHERE map = ? AND type = ? AND id = ?`,
            [...itemRow(after), ...place],
          );
        } else {
          database.run(
            `INSERT INTO item (version, audience, body, provider, customer, alternative_group, map, type, id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            [...itemRow(after), ...place],
          );
        }
        await breathe();
      }
      const keyAt = new Map(keys.map((key) => [key.revision, key]));
      for (const entry of log) {
        const size = entry.revision === head.revision ? head : undefined;
        database.run(
          `INSERT INTO entry (map, revision, signed_by, at, changes, revokes, key, digest, parties, links)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          [known(), ...entryRow(entry, keyAt.get(entry.revision), size)],
        );
        await breathe();
      }
    },
    remove() {
      for (const table of ['item', 'entry']) {
        database.run(`DELETE FROM ${table} WHERE map = ?`, [known()]);
      }
      for (const table of ['principal', 'access']) {
        database.run(`DELETE FROM ${table} WHERE scope = ?`, [known()]);
      }
      database.run('UPDATE map SET gone = 1 WHERE number = ?', [known()]);
      return Promise.resolve();
    },
  };
}
