import { afterAll, beforeAll } from '@jest/globals';
import type { Backend } from '../../server/src/store/backend.js';
import type { StoreOptions } from '../../server/src/store/create-store.js';
import type { Store } from '../../server/src/store/store.js';
import { contractOptions } from './contract-options.js';
import { accessContract } from './contract/access.js';
import { archiveContract } from './contract/archives.js';
import { audienceContract } from './contract/audiences.js';
import { commitContract } from './contract/commits.js';
import { concurrencyContract } from './contract/concurrency.js';
import { keyContract } from './contract/keys.js';
import { mapContract } from './contract/maps.js';
import { referenceContract } from './contract/references.js';
import { textContract } from './contract/texts.js';
import { randomCommitContract } from './contract/random-commits.js';

/** What a suite runs on: maps with ids of their own, so that many suites may share one database. */
export interface StoreUnderTest {
  store: Store;
  /** Another store on the same database, as a second server would have it. */
  second: Store;
  /** Where the suite can get between the store and its database, to break transactions. */
  backend?: Backend;
  close(): Promise<void>;
}

/** Everything that the port promises. Every adapter passes it, on a real database. */
export function storeContract(open: (options: StoreOptions) => Promise<StoreUnderTest>): void {
  let opened: StoreUnderTest | undefined;
  const underTest = (): StoreUnderTest => {
    if (!opened) throw new Error('The store did not open.');
    return opened;
  };
  beforeAll(async () => {
    opened = await open(contractOptions);
  });
  afterAll(() => opened?.close());

  mapContract(underTest);
  commitContract(underTest);
  referenceContract(underTest);
  keyContract(underTest);
  audienceContract(underTest);
  concurrencyContract(underTest);
  accessContract(underTest);
  archiveContract(underTest);
  textContract(underTest);
  randomCommitContract(underTest);
}
