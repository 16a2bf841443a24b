import { describe } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createStore } from '../../server/src/store/create-store.js';
import { openEmbeddedBackend } from '../../server/src/store/embedded/embedded-backend.js';
import type { EmbeddedOptions } from '../../server/src/store/embedded/open-embedded-store.js';
import type { Store } from '../../server/src/store/store.js';
import { temporaryFolder } from '../support/run-server.js';
import { storeContract } from './store-contract.js';

describe('the embedded store', () => {
  storeContract(async (options) => {
    const folder = await temporaryFolder();
    const [backend, other] = [await openEmbeddedBackend(folder), await openEmbeddedBackend(folder)];
    const [store, second] = [createStore(backend, options), createStore(other, options)];
    return {
      store,
      second,
      backend,
      close: async () => {
        await store.close();
        await second.close();
        await rm(folder, { recursive: true });
      },
    };
  });
});

describe('the embedded store on a thread of its own, as the server runs it', () => {
  storeContract(async (options) => {
    // A thread starts from compiled code only, and `npm test` has just compiled it.
    const built = join(import.meta.dirname, '../../server/dist/store/embedded/open-embedded-store.js');
    const { openEmbeddedStore } = (await import(built)) as {
      openEmbeddedStore: (options: EmbeddedOptions) => Promise<Store>;
    };
    const folder = await temporaryFolder();
    const [store, second] = [
      await openEmbeddedStore({ folder, ...options }),
      await openEmbeddedStore({ folder, ...options }),
    ];
    return {
      store,
      second,
      close: async () => {
        await store.close();
        await second.close();
        await rm(folder, { recursive: true });
      },
    };
  });
});
