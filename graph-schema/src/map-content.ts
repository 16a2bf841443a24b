import { z } from 'zod';
import { storedItemSchema } from './item.js';
import { linkSchema, type Link } from './link.js';
import { mapSchema, type MapSettings } from './map.js';
import { partySchema, type Party } from './party.js';
import { statementSchema, type Statement } from './statement.js';
import type { Item } from './item.js';
import { roleSchema } from './principal.js';

/** A map with everything on it: what a map file says, and what the engine compiles. */
export const mapContentSchema = z.strictObject({
  map: mapSchema,
  parties: z.array(partySchema),
  links: z.array(linkSchema),
  statements: z.array(statementSchema),
});
export interface MapContent {
  map: MapSettings;
  parties: Party[];
  links: Link[];
  statements: Statement[];
}

/** A map as it stands at a revision, as one reader may see it. */
export const mapAtRevisionSchema = z.strictObject({
  revision: z.int().min(1),
  role: roleSchema,
  items: z.array(storedItemSchema),
});
export type MapAtRevision = z.infer<typeof mapAtRevisionSchema>;

/** A line in a list of maps. */
export const mapSummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  mission: z.string().optional(),
  parties: z.int(),
  links: z.int(),
  revision: z.int(),
  changedAt: z.iso.datetime(),
  role: roleSchema,
});
export type MapSummary = z.infer<typeof mapSummarySchema>;

/** Sorts items into a map's content; throws where there is no map item, which only a bug can cause. */
export function contentOf(items: Iterable<Item>): MapContent {
  let map: MapSettings | undefined;
  const content: Omit<MapContent, 'map'> = { parties: [], links: [], statements: [] };
  for (const item of items) {
    if (item.type === 'map') map = item;
    else if (item.type === 'party') content.parties.push(item);
    else if (item.type === 'link') content.links.push(item);
    else content.statements.push(item);
  }
  if (!map) throw new Error('A map without its settings item cannot be read.');
  return { map, ...content };
}

/** The reverse of `contentOf`. */
export const itemsOf = ({ map, parties, links, statements }: MapContent): Item[] => [
  map,
  ...parties,
  ...links,
  ...statements,
];
