import type { ProblemDetail } from '@downstream/graph-schema/problem';
import type { ErrorCode } from '@downstream/graph-schema/error-code';
import type { StoredItem } from '@downstream/graph-schema/item';
import type { MapSizeLimits } from '../apply-commit.js';
import type { Store } from '../store.js';
import type { Parcel } from '../../workers/parcel.js';

/** What the store's thread is started with. */
export interface ThreadStart {
  folder: string;
  limits: MapSizeLimits;
}

/** One call of the port, on its way to the thread that keeps the file. */
export interface ThreadCall {
  number: number;
  method: keyof Store;
  values: Parcel;
  /** The caller's time, as an ISO string: the thread has no clock of its own. */
  at: string;
}

/** The first message says that the store is open, with number 0; every other answers the call of its number. */
export type ThreadAnswer = { number: number } & (
  { value: Parcel } | { problem: ThreadProblem } | { bug: string }
);

/** A `DownstreamError` on its way; of its cause, which is for the log, only the words. */
export interface ThreadProblem {
  code: ErrorCode;
  details: readonly ProblemDetail[];
  current: StoredItem | undefined;
  cause: string | undefined;
}
