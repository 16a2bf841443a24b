/**
 * Commits a second: one at a time on the embedded store, beside a bare insert through the same library with the same
 * durability; and from 100 writers at once on one map in Neo4j, where acknowledged commits are counted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Commit } from '@downstream/graph-schema/change';
import { openEmbeddedStore } from '@downstream/server/store/embedded/open-embedded-store';
import { openNeo4jStore } from '@downstream/server/store/neo4j/open-neo4j-store';
import type { Store, Writer } from '@downstream/server/store/store';
import Database from 'libsql';
import { median, tell } from './measure.js';
import { neo4jForBench } from './neo4j.js';

const limits = { parties: 5_000, links: 50_000 };
const now = () => new Date();
const writer: Writer = { id: 'bench', viewer: 'server' };

let keys = 0;
const commitOf = (party: string): Commit => ({
  idempotencyKey: `bench-${(keys += 1)}`,
  changes: [{ op: 'patch', type: 'party', id: party, fields: { purpose: `Revised ${keys} times` } }],
});

async function aMap(store: Store, parties: number): Promise<string> {
  const id = `bench-${process.hrtime.bigint()}`;
  const items = Array.from({ length: parties }, (_, i) => ({
    type: 'party' as const,
    kind: 'team' as const,
    id: `t${i}`,
    name: `Team ${i}`,
  }));
  await store.createMap([{ type: 'map', id, name: 'Bench' }, ...items], 'bench');
  return id;
}

interface Insert {
  insert: () => void;
  close: () => void;
}

const bareDatabase = (folder: string, name: string): Database.Database => {
  const database = new Database(join(folder, `${name}.sqlite`));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  return database;
};

/** The bare peer: one row in one transaction, write-ahead log, full synchronous. */
function bareInsert(folder: string): Insert {
  const database = bareDatabase(folder, 'bare');
  database.exec('CREATE TABLE entry (revision INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO entry (body) VALUES (?)');
  const body = JSON.stringify(commitOf('t0'));
  return { insert: () => insert.run(body), close: () => database.close() };
}

/** The least that a commit must leave to be repeatable: its entry in the log, found again by its key. */
function bareEntry(folder: string): Insert {
  const database = bareDatabase(folder, 'entry');
  database.exec(`CREATE TABLE entry (map INTEGER, revision INTEGER, signed_by TEXT, at TEXT, changes TEXT, key TEXT,
      digest TEXT, PRIMARY KEY (map, revision)) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX kept_key ON entry (map, signed_by, key)`);
  const insert = database.prepare('INSERT INTO entry VALUES (1, ?, ?, ?, ?, ?, ?)');
  const digest = '0'.repeat(64);
  let revision = 0;
  return {
    insert() {
      const { idempotencyKey, changes } = commitOf('t0');
      const entry = JSON.stringify(changes);
      insert.run((revision += 1), writer.id, now().toISOString(), entry, idempotencyKey, digest);
    },
    close: () => database.close(),
  };
}

/** Enough for the compiler to know the way, and for the write-ahead log to have gone round once. */
const [rounds, eachRound] = [30, 400];

export async function benchEmbeddedCommits(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'downstream-bench-'));
  const store = await openEmbeddedStore({ folder, limits, now });
  const [bare, entry] = [bareInsert(folder), bareEntry(folder)];
  const map = await aMap(store, 100);
  const aSecond = async (one: (i: number) => unknown): Promise<number> => {
    const start = performance.now();
    for (let i = 0; i < eachRound; i++) await one(i);
    return (eachRound / (performance.now() - start)) * 1000;
  };
  const measured: { bareInsert: number; bareEntry: number; ours: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push({
      bareInsert: await aSecond(() => bare.insert()),
      bareEntry: await aSecond(() => entry.insert()),
      ours: await aSecond((i) => store.commit(map, commitOf(`t${i % 100}`), writer)),
    });
  }
  bare.close();
  entry.close();
  await store.close();
  rmSync(folder, { recursive: true });
  const typical = (value: (round: (typeof measured)[number]) => number): number =>
    median(measured.map(value));
  const ratio = typical(({ ours, bareInsert: peer }) => ours / peer);
  tell(
    'embedded commits, as a part of bare inserts',
    {
      ratio: Math.round(ratio * 100) / 100,
      wanted: 0.5,
      besideItsEntryAlone: Math.round(typical(({ ours, bareEntry: peer }) => ours / peer) * 100) / 100,
      aSecond: {
        ours: Math.round(typical(({ ours }) => ours)),
        bareInsert: Math.round(typical(({ bareInsert: peer }) => peer)),
        bareEntry: Math.round(typical(({ bareEntry: peer }) => peer)),
      },
    },
    ratio >= 0.5,
  );
}

export async function benchNeo4jCommits(): Promise<void> {
  const neo4j = await neo4jForBench();
  const store = await openNeo4jStore({ ...neo4j, limits, now });
  const map = await aMap(store, 100);
  const writers = 100;
  const each = 30;
  const write = async (party: string) => {
    for (let i = 0; i < each; i++) await store.commit(map, commitOf(party), writer);
  };
  await Promise.all(Array.from({ length: writers }, (_, i) => store.commit(map, commitOf(`t${i}`), writer)));
  const start = performance.now();
  await Promise.all(Array.from({ length: writers }, (_, i) => write(`t${i}`)));
  const aSecond = (writers * each) / ((performance.now() - start) / 1000);
  const { revision } = await store.loadMap(map, 'server');
  if (revision !== 1 + writers * (each + 1)) throw new Error(`Commits were lost: revision ${revision}`);
  await store.deleteMap(map);
  await store.close();
  await neo4j.stop();
  tell(
    'Neo4j commits, 100 writers on one map, acknowledged a second',
    { aSecond: Math.round(aSecond), wanted: 300 },
    aSecond >= 300,
  );
}
