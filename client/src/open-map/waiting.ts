import type { Change, LoggedChange } from '@downstream/graph-schema/change';
import { commitSchema, loggedChangeSchema } from '@downstream/graph-schema/change';
import { z } from 'zod';

/** An edit of mine that the server has not acknowledged, or whose place in the log has not come back yet. */
export const waitingSchema = z.object({
  key: z.string(),
  /** Edits are sent in the order in which they were made. */
  madeAt: z.number(),
  changes: commitSchema.shape.changes,
  /** What the log will say; `before` is what the person saw when editing. */
  logged: z.array(loggedChangeSchema),
  /**
   * The changes exactly as they left, once they have. Whether they arrived may be unknown, and only the same
   * changes under the same key get the first answer again.
   */
  sent: commitSchema.shape.changes.optional(),
});
export interface Waiting {
  key: string;
  madeAt: number;
  changes: readonly Change[];
  logged: readonly LoggedChange[];
  sent?: readonly Change[] | undefined;
  /** The revision that the server gave it; it leaves this list when the log has come that far. */
  answered?: number;
}
