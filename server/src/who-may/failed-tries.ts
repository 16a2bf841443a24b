import { DownstreamError } from '@downstream/graph-schema/problem';
import { ipKeyGenerator, MemoryStore } from 'express-rate-limit';

const windowMs = 60_000;

export interface FailedTries {
  /** Counts a secret that opened nothing, and gives the error to answer it with. */
  refuse(address: string | undefined): Promise<DownstreamError>;
  close(): void;
}

/**
 * Counts secrets that opened nothing, by address. Only failures count, and a right secret is always let in: a room
 * of 500 phones is one address, and one outdated poster on its wall must not shut out those who hold the new link.
 * Guessing 256 bits is hopeless at any rate; the limit keeps a broken script from asking for ever.
 */
export function countFailedTries(limit = 30): FailedTries {
  const tries = new MemoryStore();
  tries.init({ windowMs } as Parameters<MemoryStore['init']>[0]);
  return {
    async refuse(address) {
      const { totalHits } = await tries.increment(ipKeyGenerator(address ?? '0.0.0.0'));
      return new DownstreamError(totalHits > limit ? 'TOO_MANY_TRIES' : 'ACCESS_REVOKED');
    },
    close: () => tries.shutdown(),
  };
}
