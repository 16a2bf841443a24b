import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contentOf } from '@downstream/graph-schema/map-content';
import { writeMapFile } from '@downstream/graph-schema/write-map-file';
import { openEmbeddedStore } from '@downstream/server/store/embedded/open-embedded-store';
import type { MapArchive } from '@downstream/server/store/store';
import { startEmptyNeo4j, whyNoEmptyNeo4j } from '../support/neo4j-server/start-neo4j.mjs';
import { describeNeeding } from '../support/needing.js';
import { temporaryFolder } from '../support/run-server.js';
import { accessLink } from '../store/contract/access.js';
import { someHash, stored } from '../store/contract/arrange.js';
import { livedIn } from '../store/contract/archives.js';
import { contractOptions } from '../store/contract-options.js';
import { runDownstream, type Ran } from './run-downstream.js';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const copy = (from: string, to: string): Promise<Ran> =>
  runDownstream(['store-copy', '--from', from, '--to', to]);

/** A store with maps that people have worked on, one that was deleted, and somebody let in by the host's link. */
async function aLivedInStore(): Promise<string> {
  const here = join(folder, 'lived-in');
  await mkdir(here);
  const store = await openEmbeddedStore({ folder: here, ...contractOptions });
  await livedIn(store);
  await livedIn(store);
  await store.deleteMap(await stored(store));
  const link = accessLink('host', 'owner');
  await store.addAccess(link);
  await store.admit(link, someHash());
  await store.close();
  return here;
}

/** Everything a store holds: its maps as the files that people export, and all that is beside and behind them. */
async function exported(place: string) {
  const store = await openEmbeddedStore({ folder: place, ...contractOptions });
  const maps = await store.listMaps('all');
  const files: string[] = [];
  const archives: MapArchive[] = [];
  for (const { id } of maps) {
    const archive = await store.exportMap(id);
    archives.push(archive);
    files.push(writeMapFile(contentOf(archive.items.map(({ item }) => item)), 'yaml'));
  }
  const host = await store.exportHost();
  await store.close();
  return { maps, files, archives, host };
}

describe('downstream store-copy', () => {
  test('copies what is new, refuses what is there already, and says by its exit code that it did', async () => {
    const from = await aLivedInStore();
    const to = join(folder, 'to');
    const first = await copy(`embedded:${from}`, `embedded:${to}`);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out.match(/: copied/g)).toHaveLength(2);

    const again = await copy(`embedded:${from}`, `embedded:${to}`);
    expect(again.code).toBe(1);
    expect(again.out.match(/: refused/g)).toHaveLength(2);
    expect(again.err).toMatch(/^Copied 0, refused 2: /);
    expect(await exported(to)).toEqual(await exported(from));
  });
});

describeNeeding(await whyNoEmptyNeo4j(), 'downstream store-copy to an empty Neo4j and back', () => {
  test('leaves every exported file as it was to the byte, and all that is behind it', async () => {
    const neo4j = await startEmptyNeo4j(() => undefined);
    if ('missing' in neo4j) throw new Error(neo4j.missing);
    try {
      const from = await aLivedInStore();
      const back = join(folder, 'back');
      const { protocol, host } = new URL(neo4j.uri);
      const graph = `${protocol}//${neo4j.user}:${encodeURIComponent(neo4j.password)}@${host}`;

      expect(await copy(`embedded:${from}`, graph)).toMatchObject({ code: 0, err: '' });
      expect(await copy(graph, `embedded:${back}`)).toMatchObject({ code: 0, err: '' });

      expect(await exported(back)).toEqual(await exported(from));
    } finally {
      await neo4j.stop();
    }
  });
});
