import '../testing/browser-stubs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { aChain } from '../testing/a-chain';
import { SmallServer } from '../testing/small-server';
import { Unreachable } from '../server/call';
import { allSent } from './all-sent';
import { createOpenMap, type OpenMapStore } from './open-map-store';
import { browserStorage } from './waiting-storage';

let server: SmallServer;
let open: OpenMapStore;

const rename = (name: string) =>
  open.getState().edit([{ op: 'patch', type: 'party', id: 'loaders', fields: { name } }]);

beforeEach(() => {
  localStorage.clear();
  server = new SmallServer(aChain);
  open = createOpenMap('m', server.read(), server, browserStorage('m'));
});

afterEach(() => open.getState().close());

test('what is shown is on the server once all is sent', async () => {
  rename('Baggage crew');
  rename('Night crew');
  await allSent(open);
  expect(server.items.get('party loaders')?.item).toMatchObject({ name: 'Night crew' });
});

test('a map without edits is sent already', async () => {
  await expect(allSent(open)).resolves.toBeUndefined();
});

test('nobody waits for a network that is away', async () => {
  server.cut();
  rename('Baggage crew');
  await expect(allSent(open)).rejects.toBeInstanceOf(Unreachable);
});
