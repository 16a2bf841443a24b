import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredItem } from '@downstream/graph-schema/item';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { MapHead, MapTransaction } from '../map-transaction.js';
import { openFile, type Database } from './database.js';
import { lastWritten } from './last-written.js';
import { mapWriting } from './map-writing.js';

const team = (name: string, version: number): StoredItem => ({
  item: { type: 'party', kind: 'team', id: 'loaders', name },
  version,
  audience: 'everyone',
});

const creating = async (tx: MapTransaction) => {
  await tx.create();
  await tx.write({
    head: { revision: 1, changedAt: 'then', parties: 1, links: 0 },
    items: [{ after: team('Loaders', 1) }],
    log: [{ revision: 1, by: 'ann', at: 'then', changes: [] }],
    keys: [],
  });
};

/** Renames the team, and gives the revision that this became. */
const renaming =
  (name: string, key = name) =>
  async (tx: MapTransaction): Promise<number> => {
    const { state, found } = await tx.lock({ items: [team('', 0).item], keys: [{ by: 'ann', key }] });
    const head = state as MapHead;
    const revision = head.revision + 1;
    await tx.write({
      head: { ...head, revision },
      items: [{ before: found.items[0]!, after: team(name, revision) }],
      log: [{ revision, by: 'ann', at: 'now', changes: [] }],
      keys: [{ by: 'ann', key, digest: name, revision }],
    });
    return revision;
  };

describe('a map that this connection wrote to last', () => {
  let folder = '';
  let here: ReturnType<typeof connection>;
  let elsewhere: ReturnType<typeof connection>;

  /** A connection with both ways to write: the quick one, and the long one that notes what it leaves. */
  function connection(database: Database) {
    const last = lastWritten(database, () => undefined);
    const onMap = mapWriting(database);
    return {
      database,
      quickly: <T>(work: (tx: MapTransaction) => Promise<T>) => last.quickly('map', work),
      atLength: <T>(work: (tx: MapTransaction) => Promise<T>) =>
        last.noting('map', onMap('map'), async (tx) => {
          database.exec('BEGIN IMMEDIATE');
          last.settle();
          const answer = await work(tx);
          database.exec('COMMIT');
          return answer;
        }),
      teams: () => database.all("SELECT version, body ->> 'name' AS name FROM item"),
      log: () => database.all('SELECT revision, key FROM entry ORDER BY place'),
    };
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'downstream-'));
    here = connection((await openFile(folder, 10)).writer);
    elsewhere = connection((await openFile(folder, 10)).writer);
    await here.atLength(creating);
  });
  afterEach(async () => {
    here.database.close();
    elsewhere.database.close();
    await rm(folder, { recursive: true });
  });

  test('takes the next change without being read', async () => {
    expect(await here.quickly(renaming('Bag loaders'))).toEqual({ answer: 2 });
    expect(await here.quickly(renaming('Luggage loaders'))).toEqual({ answer: 3 });
    expect(here.teams()).toEqual([{ version: 3, name: 'Luggage loaders' }]);
    expect(here.log()).toEqual([
      { revision: 1, key: null },
      { revision: 2, key: 'Bag loaders' },
      { revision: 3, key: 'Luggage loaders' },
    ]);
  });

  test('is not known to a connection that never wrote to it', async () => {
    expect(await elsewhere.quickly(renaming('Bag loaders'))).toBeUndefined();
  });

  test('is left as it is where somebody else wrote since, until it was read again', async () => {
    await elsewhere.atLength(renaming('Theirs'));
    expect(await here.quickly(renaming('Ours'))).toBeUndefined();
    expect(here.teams()).toEqual([{ version: 2, name: 'Theirs' }]);
    expect(here.log()).toHaveLength(2);

    expect(await here.atLength(renaming('Ours'))).toBe(3);
    expect(await here.quickly(renaming('Ours again'))).toEqual({ answer: 4 });
    expect(here.teams()).toEqual([{ version: 4, name: 'Ours again' }]);
  });

  test('is left as it is where somebody else removed it', async () => {
    await elsewhere.atLength(async (tx) => {
      await tx.lock({});
      await tx.remove();
    });
    expect(await here.quickly(renaming('Ours'))).toBeUndefined();
    expect([...here.teams(), ...here.log()]).toEqual([]);
  });

  test('can be written to again after somebody else had the file locked', async () => {
    elsewhere.database.exec('BEGIN IMMEDIATE');
    expect(await here.quickly(renaming('Ours'))).toBeUndefined();
    elsewhere.database.exec('COMMIT');
    expect(await here.atLength(renaming('Ours'))).toBe(2);
    expect(await here.quickly(renaming('Ours again'))).toEqual({ answer: 3 });
    expect(here.teams()).toEqual([{ version: 3, name: 'Ours again' }]);
  });

  test('has a key only once', async () => {
    await here.quickly(renaming('Bag loaders', 'a key'));
    expect(await here.quickly(renaming('Others', 'a key'))).toBeUndefined();
    expect(here.teams()).toEqual([{ version: 2, name: 'Bag loaders' }]);
  });

  test('is not known any more where a transaction failed', async () => {
    const failing = here.atLength(async (tx) => {
      await renaming('Never')(tx);
      throw new Error('The disk is full.');
    });
    await expect(failing).rejects.toThrow('The disk is full.');
    here.database.rollBack();
    expect(await here.quickly(renaming('Ours'))).toBeUndefined();
    expect(await here.atLength(renaming('Ours'))).toBe(2);
  });

  test('does not answer what it does not know, nor what writes nothing', async () => {
    const unknown = [
      (tx: MapTransaction) => tx.lock({ items: [{ type: 'party', id: 'nobody' }] }),
      (tx: MapTransaction) => tx.lock({ linksAt: ['loaders'] }),
      (tx: MapTransaction) => tx.lock({ keys: ['a', 'b'].map((key) => ({ by: 'ann', key })) }),
      (tx: MapTransaction) => tx.lock({ items: [team('', 0).item] }),
      (tx: MapTransaction) => tx.access('a link'),
    ];
    for (const work of unknown) expect(await here.quickly<unknown>(work)).toBeUndefined();
  });

  describe('where the disk fails', () => {
    /** What is remembered over the connection of `elsewhere`, given failures of its own. */
    function failing(overrides: Partial<Database>) {
      return lastWritten({ ...elsewhere.database, exec: () => undefined, ...overrides }, () => undefined);
    }

    test('has its number already when a transaction is over, so that one which is written is not called failed', async () => {
      const { database } = elsewhere;
      let isOver = false;
      const last = failing({
        first: (sql, values) => {
          if (isOver) throw new DownstreamError('STORE_UNAVAILABLE');
          return database.first(sql, values);
        },
      });
      const answer = last.noting('map', mapWriting(database)('map'), async (tx) => {
        database.exec('BEGIN IMMEDIATE');
        const revision = await renaming('Bag loaders')(tx);
        database.exec('COMMIT');
        isOver = true;
        return revision;
      });
      expect(await answer).toBe(2);
      expect(await last.quickly('map', renaming('Luggage loaders'))).toEqual({ answer: 3 });
    });

    test('begins no transaction that clearing away may have ended', async () => {
      const last = failing({
        run: () => {
          throw new DownstreamError('STORE_UNAVAILABLE');
        },
      });
      await last.noting('map', mapWriting(elsewhere.database)('map'), (tx) =>
        tx.lock({ items: [team('', 0).item] }),
      );
      last.settle();
      expect(await last.quickly('map', renaming('Bag loaders'))).toBeUndefined();
      expect(() => {
        last.settle();
      }).toThrow(DownstreamError);
    });
  });
});
