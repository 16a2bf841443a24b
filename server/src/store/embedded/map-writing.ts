import type { StoredItem } from '@downstream/graph-schema/item';
import { breather } from '../breathe.js';
import type { Found, MapState, MapTransaction, MapWrites, Wanted } from '../map-transaction.js';
import { accessWriting } from './access-writing.js';
import type { Database } from './database.js';
import { entryOfRow, entryRow, itemOfRow, itemRow, keyOfRow, textKey } from './rows.js';

const itemColumns = 'version, audience, body';

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
    const [row] = database.all(
      'SELECT number, revision, changed_at, parties, links, gone FROM map WHERE id = ?',
      [textKey(map)],
    );
    if (!row) return 'absent';
    number = row['number'] as number;
    if (row['gone'] === 1) return 'gone';
    return {
      revision: row['revision'] as number,
      changedAt: row['changed_at'] as string,
      parties: row['parties'] as number,
      links: row['links'] as number,
    };
  }

  function read({ items = [], linksAt = [], groups = [], keys = [], entries = [] }: Wanted): Found {
    const found: StoredItem[] = [];
    const take = (sql: string, values: (string | number)[]) => {
      for (const row of database.all(`SELECT ${itemColumns} FROM item WHERE map = ? AND ${sql}`, [
        known(),
        ...values,
      ])) {
        found.push(itemOfRow(row));
      }
    };
    for (const { type, id } of items) take('type = ? AND id = ?', [type, textKey(id)]);
    for (const party of linksAt) {
      take('provider = ?', [textKey(party)]);
      take('customer = ?', [textKey(party)]);
    }
    for (const { customer, group } of groups) {
      take('customer = ? AND alternative_group = ?', [textKey(customer), textKey(group)]);
    }
    return {
      items: found,
      keys: keys.flatMap(({ by, key }) =>
        database
          .all('SELECT * FROM kept_key WHERE map = ? AND signed_by = ? AND key = ?', [
            known(),
            textKey(by),
            textKey(key),
          ])
          .map(keyOfRow),
      ),
      entries: entries.flatMap((revision) =>
        database
          .all('SELECT * FROM entry WHERE map = ? AND revision = ?', [known(), revision])
          .map(entryOfRow),
      ),
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
      database.run("INSERT INTO map (id, revision, changed_at, parties, links) VALUES (?, 0, '', 0, 0)", [
        textKey(map),
      ]);
      state();
      return Promise.resolve(true);
    },
    async write({ head, items, log, keys }: MapWrites) {
      const breathe = breather();
      for (const { before, after } of items) {
        if (after) {
          database.run(
            `INSERT OR REPLACE INTO item (map, type, id, ${itemColumns}, provider, customer, alternative_group)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            [known(), ...itemRow(after)],
          );
        } else if (before) {
          database.run('DELETE FROM item WHERE map = ? AND type = ? AND id = ?', [
            known(),
            before.item.type,
            textKey(before.item.id),
          ]);
        }
        await breathe();
      }
      for (const entry of log) {
        database.run(
          'INSERT INTO entry (map, revision, signed_by, at, changes, revokes) VALUES (?, ?, ?, ?, ?, ?)',
          [known(), ...entryRow(entry)],
        );
        await breathe();
      }
      for (const { by, key, digest, revision } of keys) {
        database.run('INSERT INTO kept_key (map, signed_by, key, digest, revision) VALUES (?, ?, ?, ?, ?)', [
          known(),
          textKey(by),
          textKey(key),
          digest,
          revision,
        ]);
      }
      database.run('UPDATE map SET revision = ?, changed_at = ?, parties = ?, links = ? WHERE number = ?', [
        head.revision,
        head.changedAt,
        head.parties,
        head.links,
        known(),
      ]);
    },
    remove() {
      for (const table of ['item', 'entry', 'kept_key']) {
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
