import type { StoredItem } from '@downstream/graph-schema/item';
import { breather } from '../breathe.js';
import type { Found, MapState, MapTransaction, MapWrites, Wanted } from '../map-transaction.js';
import { accessWriting } from './access-writing.js';
import type { Database } from './database.js';
import { isAfter, newestPlace, placeOf } from './place-in-log.js';
import { entryOfRow, entryRow, itemOfRow, itemRow, keyOfRow, textKey } from './rows.js';

// Whole texts, so that a commit neither puts them together nor has them hashed again to find the prepared statement.
/** Where a map stands, with one item and one key: all that most commits have to know, in one question. */
const stateOfMap = `SELECT number, gone, newest.revision, newest.at, newest.parties, newest.links,
    version, audience, body, kept.digest, kept.revision AS kept_revision
  FROM map
  LEFT JOIN entry AS newest ON newest.place = ${newestPlace}
  LEFT JOIN item ON item.map = number AND item.type = ? AND item.id = ?
  LEFT JOIN entry AS kept ON kept.map = number AND kept.signed_by = ? AND kept.key = ?
  WHERE map.id = ?`;
const nothing: Found = { items: [], keys: [], entries: [] };
const items = 'SELECT version, audience, body FROM item WHERE map = ?';
const itemById = `${items} AND type = ? AND id = ?`;
const linksFrom = `${items} AND provider = ?`;
const linksTo = `${items} AND customer = ?`;
const linksOfGroup = `${linksTo} AND alternative_group = ?`;

/**
 * Gives a map inside the transaction open on `database`, which has begun as a writing one: SQLite lets in one writer at
 * a time, so the map is locked already. There is one such transaction at a time on a connection, and so one object for
 * all of them: to make a dozen functions anew would cost every commit more than one of its statements.
 */
export function mapWriting(database: Database): (map: string) => MapTransaction {
  let map = '';
  let number: number | undefined;
  const known = (): number => {
    if (number === undefined) throw new Error('A transaction on a map begins by locking or creating it.');
    return number;
  };

  function lock({ items: named = [], keys = [], ...others }: Wanted): { state: MapState; found: Found } {
    const [item, ...otherItems] = named;
    const [key, ...otherKeys] = keys;
    const row = database.first(stateOfMap, [
      item?.type ?? null,
      item ? textKey(item.id) : null,
      key ? textKey(key.by) : null,
      key ? textKey(key.key) : null,
      textKey(map),
    ]);
    if (!row) return { state: 'absent', found: nothing };
    number = row['number'] as number;
    if (row['gone'] === 1) return { state: 'gone', found: nothing };
    const found = read({ ...others, items: otherItems, keys: otherKeys });
    if (row['body'] !== null) found.items.push(itemOfRow(row));
    if (key && row['digest'] !== null) {
      found.keys.push({ ...key, digest: row['digest'] as string, revision: row['kept_revision'] as number });
    }
    return {
      state: {
        revision: row['revision'] as number,
        changedAt: row['at'] as string,
        parties: row['parties'] as number,
        links: row['links'] as number,
      },
      found,
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
          `SELECT revision, signed_by, at, changes, revokes FROM entry WHERE place = ${placeOf('?', '?')}`,
          [known(), revision],
        );
        return row ? [entryOfRow(row)] : [];
      }),
    };
  }

  const transaction: MapTransaction = {
    ...accessWriting(database, known),
    lock: (wanted) => Promise.resolve(lock(wanted)),
    read: (wanted) => Promise.resolve(read(wanted)),
    create() {
      if (lock({}).state !== 'absent') return Promise.resolve(false);
      database.run('INSERT INTO map (id) VALUES (?)', [textKey(map)]);
      lock({});
      return Promise.resolve(true);
    },
    async write({ head, items, log, keys }: MapWrites) {
      const breath = breather();
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
        if (breath.isDue()) await breath.take();
      }
      const keyAt = new Map(keys.map((key) => [key.revision, key]));
      for (const entry of log) {
        const size = entry.revision === head.revision ? head : undefined;
        database.run(
          `INSERT INTO entry (place, map, revision, signed_by, at, changes, revokes, key, digest, parties, links)
           VALUES (${placeOf('?1', '?2')}, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
          [known(), ...entryRow(entry, keyAt.get(entry.revision), size)],
        );
        if (breath.isDue()) await breath.take();
      }
    },
    remove() {
      database.run('DELETE FROM item WHERE map = ?', [known()]);
      database.run(`DELETE FROM entry WHERE ${isAfter('?1', '0')}`, [known()]);
      for (const table of ['principal', 'access']) {
        database.run(`DELETE FROM ${table} WHERE scope = ?`, [known()]);
      }
      database.run('UPDATE map SET gone = 1 WHERE number = ?', [known()]);
      return Promise.resolve();
    },
  };
  return (opened) => {
    map = opened;
    number = undefined;
    return transaction;
  };
}
