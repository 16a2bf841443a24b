import { referenceKey, type StoredItem } from '@downstream/graph-schema/item';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { recentlyUsed } from '../../recently-used.js';
import type { Found, MapHead, MapTransaction, MapWrites, Wanted } from '../map-transaction.js';
import type { Database } from './database.js';
import { placeOf } from './place-in-log.js';
import { entryRow, itemRow, textKey } from './rows.js';

/** What this connection last left of a map; somebody else may have written there since. */
interface Remembered {
  number: number;
  head: MapHead;
  /** By `referenceKey`. */
  items: Map<string, StoredItem>;
}

type Work<T> = (tx: MapTransaction) => Promise<T>;

export interface LastWritten {
  /** Does `work` on a map that is remembered, in one statement; undefined, and nothing written, where that cannot be. */
  quickly<T>(map: string, work: Work<T>): Promise<{ answer: T } | undefined>;
  /**
   * Notes what a transaction finds and leaves. `commit` carries it out with the `tx` it is given; only where it has
   * resolved is the map remembered.
   */
  noting<T>(map: string, tx: MapTransaction, commit: (tx: MapTransaction) => Promise<T>): Promise<T>;
  /** Has to be called as a transaction begins on this connection: clears away what a locked file left of `quickly`. */
  settle(): void;
}

/** Maps, and items of each: a room full of people on one map, or some rooms at once. */
const most = { maps: 8, items: 1_000 };

/**
 * A row put into this view is a change of one item with its log entry. One statement writes both, and is a transaction
 * of its own; it fails, and writes nothing, where the log does not end at the revision before, or has the key already.
 */
const oneChange = `
  CREATE TEMP VIEW one_change AS
    SELECT entry.map, revision, signed_by, at, changes, revokes, key, digest, parties, links,
      version, audience, body, provider, customer, alternative_group, type, id
    FROM entry JOIN item;
  CREATE TEMP TRIGGER write_one_change INSTEAD OF INSERT ON one_change BEGIN
    SELECT raise(ABORT, 'The map has moved on.')
      WHERE NOT EXISTS (SELECT 1 FROM entry WHERE place = ${placeOf('NEW.map', '(NEW.revision - 1)')});
    INSERT INTO entry (place, map, revision, signed_by, at, changes, revokes, key, digest, parties, links)
      VALUES (${placeOf('NEW.map', 'NEW.revision')}, NEW.map, NEW.revision, NEW.signed_by, NEW.at, NEW.changes,
        NEW.revokes, NEW.key, NEW.digest, NEW.parties, NEW.links);
    UPDATE item SET (version, audience, body, provider, customer, alternative_group) =
        (NEW.version, NEW.audience, NEW.body, NEW.provider, NEW.customer, NEW.alternative_group)
      WHERE map = NEW.map AND type = NEW.type AND id = NEW.id;
  END`;
const columns = 18;
const insertOneChange = `INSERT INTO one_change VALUES (${Array(columns).fill('?').join(', ')})`;

/**
 * Most commits change one item of a map that this connection wrote to last. They are judged by what it left there and
 * written in one statement, with nothing read first, which is half the work of a transaction around four statements.
 * An answer counts only where the statement was carried out, because only that proves what was remembered.
 */
export function lastWritten(database: Database, onWritten: (milliseconds: number) => void): LastWritten {
  const maps = recentlyUsed<Remembered>(most.maps);
  database.exec(oneChange);

  // One transaction at a time, and one object for all of them, as in `map-writing`.
  let known: Remembered | undefined;
  /** How many changes were ever written in one statement. */
  let written = 0;
  /** The driver does not reset a statement that found the file locked, and no transaction ends while one is half-run. */
  let isHalfRun = false;
  const notKnown = new Error('This is not remembered, or not written by one statement.');
  const refuse = (): Promise<never> => Promise.reject(notKnown);

  function remembered({ items = [], linksAt = [], groups = [], keys = [], entries = [] }: Wanted): Found {
    // One new key is tried: the statement finds out. A batch of several would need to know about each.
    if (linksAt.length > 0 || groups.length > 0 || entries.length > 0 || keys.length > 1) throw notKnown;
    const found = items.map((reference) => {
      const item = known!.items.get(referenceKey(reference));
      if (!item) throw notKnown;
      return item;
    });
    return { items: found, keys: [], entries: [] };
  }

  function write({ head, items, log, keys }: MapWrites): Promise<void> {
    const [{ before, after } = {}, secondItem] = items;
    const [entry, secondEntry] = log;
    if (!before || !after || secondItem || !entry || secondEntry) throw notKnown;
    const { type, id } = after.item;
    const values = [known!.number, ...entryRow(entry, keys[0], head), ...itemRow(after), type, textKey(id)];
    const start = performance.now();
    try {
      database.run(insertOneChange, values);
    } catch (error) {
      isHalfRun = error instanceof DownstreamError;
      throw error;
    }
    written += 1;
    onWritten(performance.now() - start);
    known!.head = head;
    known!.items.set(referenceKey(after.item), after);
    return Promise.resolve();
  }

  const quick: MapTransaction = {
    access: refuse,
    putAccess: refuse,
    removeAccess: refuse,
    principal: refuse,
    putPrincipal: refuse,
    create: refuse,
    remove: refuse,
    lock: (wanted) => Promise.resolve({ state: known!.head, found: remembered(wanted) }),
    read: (wanted) => Promise.resolve(remembered(wanted)),
    write,
  };

  return {
    async quickly(map, work) {
      known = maps.get(map);
      if (!known) return undefined;
      const before = written;
      try {
        const answer = await work(quick);
        return written > before ? { answer } : undefined;
      } catch (error) {
        // Whatever it was, the long way comes to it by itself.
        if (written > before) throw error;
        return undefined;
      }
    },

    async noting(map, tx, commit) {
      const last = maps.get(map);
      // Should it fail, nobody knows what is there.
      maps.delete(map);
      let found: MapHead | undefined;
      let left: MapHead | undefined;
      let number = last?.number;
      const leave = (head: MapHead) => {
        left = head;
        // Asked here: once the transaction is over, no failure may speak for what is written.
        number ??= numberOf(map);
      };
      /** Items that were read or written; undefined where they were removed. */
      const seen = new Map<string, StoredItem | undefined>();
      const see = (items: readonly StoredItem[]) => {
        for (const stored of items) seen.set(referenceKey(stored.item), stored);
      };
      const answer = await commit({
        ...tx,
        async lock(wanted) {
          const locked = await tx.lock(wanted);
          if (typeof locked.state === 'object') {
            found = locked.state;
            leave(found);
          }
          see(locked.found.items);
          return locked;
        },
        async read(wanted) {
          const more = await tx.read(wanted);
          see(more.items);
          return more;
        },
        async write(writes) {
          await tx.write(writes);
          leave(writes.head);
          for (const { before, after } of writes.items)
            seen.set(referenceKey((after ?? before)!.item), after);
        },
        async remove() {
          await tx.remove();
          left = undefined;
        },
      });
      if (!left || number === undefined) return answer;
      const isAsRemembered = last !== undefined && last.head.revision === found?.revision;
      const items =
        isAsRemembered && last.items.size + seen.size <= most.items
          ? last.items
          : new Map<string, StoredItem>();
      if (seen.size <= most.items) {
        for (const [key, stored] of seen) {
          if (stored) items.set(key, stored);
          else items.delete(key);
        }
      }
      maps.set(map, { number, head: left, items });
      return answer;
    },

    settle() {
      if (!isHalfRun) return;
      // With the lock that the transaction has it runs to its end: a map without a number has no log to go on with.
      try {
        database.run(insertOneChange, Array<null>(columns).fill(null));
      } catch (error) {
        // The disk's own failures may have ended the transaction, and nothing may be written outside of it.
        if (error instanceof DownstreamError) throw error;
        isHalfRun = false;
      }
    },
  };

  function numberOf(map: string): number {
    return database.first('SELECT number FROM map WHERE id = ?', [textKey(map)])!['number'] as number;
  }
}
