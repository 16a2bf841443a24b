import { z } from 'zod';
import { audienceSchema } from './audience.js';
import { itemSchema, itemTypeSchema } from './item.js';
import { limits } from './limits.js';
import { idSchema, textOf, visibleText } from './text.js';

export type Fields = Record<string, z.core.util.JSONType>;

/**
 * Field values by name; null takes a field away. Checked against the item's own schema once merged, so that all that
 * is wrong is told at once. No `z.record`: that passes over a field called `__proto__`, which is to be refused by name.
 */
const anObject = { override: { type: 'object', additionalProperties: true } };
export const fieldsSchema = z
  .custom<Fields>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    error: 'write fields, each with a name and a value',
    abort: true,
  })
  .meta(anObject);

/** No item has as much to change: what is larger is refused here, before anything is made of it. */
const patchSchema = fieldsSchema
  .refine((fields) => JSON.stringify(fields).length <= limits.fieldsOfAPatch, {
    error: `are longer than all that an item can hold; write at most ${limits.fieldsOfAPatch} characters of JSON`,
  })
  .meta(anObject);

const expectedVersion = z
  .int()
  .min(0)
  .optional()
  .meta({ description: 'the version the writer saw; 0 expects that there is no such item yet' });

const idOfAnyItem = textOf(limits.id + 10).min(1);

export const changeSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('put'),
    item: itemSchema,
    audience: audienceSchema.optional(),
    expectedVersion,
  }),
  z.strictObject({
    op: z.literal('patch'),
    type: itemTypeSchema,
    id: idOfAnyItem,
    fields: patchSchema,
    audience: audienceSchema.optional(),
    expectedVersion,
  }),
  z.strictObject({ op: z.literal('remove'), type: itemTypeSchema, id: idOfAnyItem, expectedVersion }),
]);
export type Change = z.infer<typeof changeSchema>;

/** A commit as a client sends it: all changes or none; the same key again returns the first answer. */
export const commitSchema = z.strictObject({
  idempotencyKey: visibleText(limits.idempotencyKey),
  changes: z.array(changeSchema).min(1).max(limits.changesInACommit),
});
export type Commit = z.infer<typeof commitSchema>;

/**
 * One changed item in the log. A new item has `before` null and all its fields in `after`; a removed one the
 * reverse; otherwise both hold just the fields that differ, null where a field was or became absent.
 */
export const loggedChangeSchema = z.strictObject({
  type: itemTypeSchema,
  id: idOfAnyItem,
  before: fieldsSchema.nullable(),
  after: fieldsSchema.nullable(),
});
export type LoggedChange = z.infer<typeof loggedChangeSchema>;

/** One commit in the log, as one reader may see it. */
export const logEntrySchema = z.strictObject({
  revision: z.int().min(1),
  by: idSchema,
  at: z.iso.datetime(),
  changes: z.array(loggedChangeSchema),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
