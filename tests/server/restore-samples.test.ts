import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { isNewStore, restoreSamples } from '@downstream/server/commands/restore-samples';
import { openEmbeddedStore } from '@downstream/server/store/embedded/open-embedded-store';
import type { Store } from '@downstream/server/store/store';
import { localHost } from '@downstream/server/who-may/caller';
import { sampleIds, sampleMaps } from '@downstream/seed/sample-maps';
import { aMap, type MapBuilder } from '../support/a-map.js';

// As read from a file: under Jest, a structured clone has the prototypes of another realm.
const asRead = (map: MapBuilder) => JSON.parse(JSON.stringify(map.content())) as MapContent;

const kitchen = asRead(
  aMap('Kitchen', { id: 'kitchen' })
    .team('Cooks', { purpose: 'cook' })
    .customer('Guests')
    .serves('Cooks', 'Guests', { id: 'meals', slack: 5 }),
);
const garden = asRead(aMap('Garden', { id: 'garden' }).team('Gardeners'));

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downstream-samples-'));
  store = await openEmbeddedStore({ folder, limits: { parties: 100, links: 300 }, now: () => new Date() });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const restore = () => restoreSamples(store, [kitchen, garden], localHost);
const did = async () => (await restore()).map((sample) => `${sample.id}: ${sample.did}`);
const itemsOn = async (map: string) => (await store.loadMap(map, 'server')).items.map(({ item }) => item);

describe('restoring the samples', () => {
  test('creates them in a new store, and then leaves them as they are', async () => {
    expect(await did()).toEqual(['kitchen: created', 'garden: created']);
    expect(await did()).toEqual(['kitchen: left as it is', 'garden: left as it is']);
    expect((await store.latestRevisions(['kitchen'])).get('kitchen')).toBe(1);
  });

  test('brings one back that was edited, by a commit that keeps its history', async () => {
    await restore();
    const asItWas = await itemsOn('kitchen');
    await store.commit(
      'kitchen',
      {
        idempotencyKey: 'k',
        changes: [
          { op: 'patch', type: 'map', id: 'kitchen', fields: { name: 'Mine', mission: 'rest' } },
          { op: 'patch', type: 'party', id: 'Cooks', fields: { purpose: null, buffer: 9 } },
          { op: 'put', item: { type: 'party', kind: 'team', id: 'new', name: 'New' } },
          { op: 'remove', type: 'statement', id: 'meals/provider' },
        ],
      },
      { id: 'somebody', viewer: 'server' },
    );
    expect(await did()).toEqual(['kitchen: brought back', 'garden: left as it is']);
    expect(await itemsOn('kitchen')).toEqual(expect.arrayContaining(asItWas));
    expect(await itemsOn('kitchen')).toHaveLength(asItWas.length);
    expect((await store.changesSince('kitchen', 0, 'server')).revision).toBe(3);
  });

  test('gives one that was deleted another id, since ids are never used again', async () => {
    await restore();
    await store.deleteMap('kitchen');
    expect(await did()).toEqual(['kitchen-2: created', 'garden: left as it is']);
    await store.deleteMap('kitchen-2');
    expect(await did()).toEqual(['kitchen-3: created', 'garden: left as it is']);
    expect(await did()).toEqual(['kitchen-3: left as it is', 'garden: left as it is']);
  });

  test('by two servers that start at once makes each once', async () => {
    await Promise.all([restore(), restore()]);
    expect(await store.listMaps('all')).toHaveLength(2);
  });
});

describe('a new store', () => {
  test('is one that never held a map', async () => {
    const ids = ['kitchen', 'garden'];
    expect(await isNewStore(store, ids)).toBe(true);
    await restore();
    expect(await isNewStore(store, ids)).toBe(false);
    await store.deleteMap('kitchen');
    await store.deleteMap('garden');
    expect(await isNewStore(store, ids)).toBe(false);
  });
});

test('the samples that come with it are six, with the airline first, and all can be stored', async () => {
  expect(await sampleIds()).toHaveLength(6);
  const samples = await sampleMaps();
  expect(samples[0]!.map).toMatchObject({ id: 'airline-lost-bag' });
  const restored = await restoreSamples(store, samples, localHost);
  expect(restored.map(({ did }) => did)).toEqual(Array(6).fill('created'));
  // What is stored says what the file says, so a second time there is nothing to bring back.
  const again = await restoreSamples(store, samples, localHost);
  expect(again.map(({ did }) => did)).toEqual(Array(6).fill('left as it is'));
});
