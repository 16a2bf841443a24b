import { z } from 'zod';
import { audienceSchema } from './audience.js';
import { linkSchema } from './link.js';
import { mapSchema } from './map.js';
import { partySchema } from './party.js';
import { statementSchema } from './statement.js';

/** Everything a map is made of. Ids are unique within a map and type. */
export const itemSchema = z.discriminatedUnion('type', [mapSchema, partySchema, linkSchema, statementSchema]);
export type Item = z.infer<typeof itemSchema>;

export const itemTypes = ['map', 'party', 'link', 'statement'] as const;
export const itemTypeSchema = z.enum(itemTypes);
export type ItemType = Item['type'];

/** An item as it is kept: `version` is the revision that wrote it. */
export const storedItemSchema = z.strictObject({
  item: itemSchema,
  version: z.int().min(1),
  audience: audienceSchema,
});
export type StoredItem = z.infer<typeof storedItemSchema>;

/** Names one item of a map. */
export interface ItemReference {
  type: ItemType;
  id: string;
}

/** A key for hash tables; types hold no space, so no two references share one. */
export const referenceKey = ({ type, id }: ItemReference): string => `${type} ${id}`;
