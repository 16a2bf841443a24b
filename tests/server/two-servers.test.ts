import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { runServer, temporaryFolder } from '../support/run-server.js';
import { testTwoServers } from '../support/two-servers.js';

describe('two servers in one folder', () => {
  let data: string;
  beforeAll(async () => {
    data = await temporaryFolder();
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  testTwoServers(() => runServer({ data }));

  test('lay each sample into it once', async () => {
    const server = await runServer({ data });
    const maps = (await (await fetch(`${server.url}/api/maps`)).json()) as { id: string }[];
    await server.stop();
    const samples = maps.map(({ id }) => id).filter((id) => id.startsWith('airline-lost-bag'));
    expect(samples).toEqual(['airline-lost-bag']);
  });
});
