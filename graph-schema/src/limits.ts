/** The largest values anything on a map may take. Sizes of a whole map are the server's to set: see `mapSizeLimits`. */
export const limits = {
  /** Ten years of minutes: longer than any lateness worth drawing, small enough that sums stay exact. */
  minutes: 5_256_000,
  weight: 1_000_000,
  /** Characters, counted as code points, as JSON Schema does; a form, counting UTF-16 units, is never looser. */
  name: 200,
  output: 200,
  purpose: 500,
  statementText: 2_000,
  id: 200,
  idempotencyKey: 200,
  changesInACommit: 120_000,
  /** Characters of its JSON: more than the longest item has, should each of its characters have to be escaped. */
  fieldsOfAPatch: 20_000,
  disruptions: 1_000,
  worlds: 1_000_000,
} as const;
