import { expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import type { DownstreamError } from '@downstream/graph-schema/problem';
import { openEmbeddedStore } from '../../server/src/store/embedded/open-embedded-store.js';
import { openNeo4jStore } from '../../server/src/store/neo4j/open-neo4j-store.js';
import type { Store } from '../../server/src/store/store.js';
import { describeWithNeo4j } from '../support/neo4j.js';
import { temporaryFolder } from '../support/run-server.js';
import { begun, someCommits, writerOf } from './contract/random-commits.js';
import { contractOptions } from './contract-options.js';

type Commits = typeof someCommits extends fc.Arbitrary<infer T> ? T : never;

/** All that a store says to these commits and about the map afterwards, the map's own id aside. */
async function saidBy(store: Store, commits: Commits): Promise<string> {
  const map = await begun(store);
  const said: unknown[] = [];
  for (const { by, key, changes } of commits) {
    said.push(
      await store.commit(map, { idempotencyKey: key, changes }, writerOf(by)).catch((refusal: unknown) => {
        const { code, details, current } = refusal as DownstreamError;
        return { code, details, current };
      }),
    );
  }
  said.push(await store.exportMap(map));
  return JSON.stringify(said, inFieldOrder, 1).replaceAll(map, 'the map');
}

const inFieldOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describeWithNeo4j('the embedded store and Neo4j', (address) => {
  test('give the same answers, refusals and states to whatever people do', async () => {
    const folder = await temporaryFolder();
    const embedded = await openEmbeddedStore({ folder, ...contractOptions });
    const neo4j = await openNeo4jStore({ ...address, ...contractOptions });
    try {
      await fc.assert(
        fc.asyncProperty(someCommits, async (commits) => {
          expect(await saidBy(neo4j, commits)).toBe(await saidBy(embedded, commits));
        }),
        { numRuns: 25 },
      );
    } finally {
      await embedded.close();
      await neo4j.close();
      await rm(folder, { recursive: true });
    }
  });
});
