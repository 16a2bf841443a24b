import type { ItemReference, StoredItem } from '@downstream/graph-schema/item';
import type { Found, MapState, Wanted } from '../map-transaction.js';
import type { Cypher } from './connection.js';
import { storedLink, storedMap, storedParty, storedStatement, type Properties } from './item-properties.js';
import { headOf, storedEntry, storedKey } from './log-properties.js';

interface PartyRow {
  properties: Properties;
  labels: string[];
}
interface LinkRow {
  properties: Properties;
  provider: string;
  customer: string;
}

const linkColumns = `{properties: properties(link), provider: provider.id, customer: customer.id}`;

/** What `Wanted` can name, each a list in the one row of the lock, so that all of it is one round trip. */
const columns = {
  parties: `
    UNWIND $parties AS id MATCH (party:Party {mapId: $map, id: id})
    RETURN {properties: properties(party), labels: labels(party)}`,
  links: `
    UNWIND $links AS id MATCH (provider:Party)-[link:SERVES {mapId: $map, id: id}]->(customer:Party)
    RETURN ${linkColumns}`,
  statements: `
    UNWIND $statements AS id MATCH (statement:Statement {mapId: $map, id: id})
    RETURN properties(statement)`,
  linksAt: `
    UNWIND $linksAt AS id MATCH (:Party {mapId: $map, id: id})-[link:SERVES]-()
    WITH link, startNode(link) AS provider, endNode(link) AS customer
    RETURN ${linkColumns}`,
  groups: `
    UNWIND $groups AS wanted
    MATCH (customer:Party {mapId: $map, id: wanted.customer})<-[link:SERVES {alternativeGroup: wanted.group}]-(provider)
    RETURN ${linkColumns}`,
  keys: `
    UNWIND $keys AS wanted MATCH (key:IdempotencyKey {mapId: $map, by: wanted.by, key: wanted.key})
    RETURN properties(key)`,
  entries: `
    UNWIND $entries AS revision MATCH (change:Change {mapId: $map, revision: toInteger(revision)})
    RETURN properties(change)`,
};
type Column = keyof typeof columns;

interface WantedRow {
  map: Properties;
  parties?: PartyRow[];
  links?: LinkRow[];
  statements?: Properties[];
  linksAt?: LinkRow[];
  groups?: LinkRow[];
  keys?: Properties[];
  entries?: Properties[];
}

/** Takes the write lock of the node `map` until the transaction ends, and leaves nothing behind. */
export const lockMap = `SET map.lock = true REMOVE map.lock`;

const nothing: Found = { items: [], keys: [], entries: [] };

/**
 * Locks the map's node, then reads. Only a property that is really set takes the node's write lock: to remove one
 * that is not there takes none. What follows in the statement sees what the lock's last holder wrote.
 */
export async function lockAndRead(
  tx: Cypher,
  map: string,
  wanted: Wanted,
): Promise<{ state: MapState; found: Found }> {
  const row = await readRow(tx, map, wanted, `${lockMap} WITH map`);
  return row
    ? { state: headOf(row.map), found: foundIn(row, wanted) }
    : { state: await absence(tx, map), found: nothing };
}

export async function readMore(tx: Cypher, map: string, wanted: Wanted): Promise<Found> {
  const row = await readRow(tx, map, wanted, '');
  return row ? foundIn(row, wanted) : nothing;
}

async function readRow(
  tx: Cypher,
  map: string,
  wanted: Wanted,
  first: string,
): Promise<WantedRow | undefined> {
  const lists = listsOf(wanted);
  const asked = (Object.keys(columns) as Column[]).filter((column) => lists[column].length > 0);
  const returned = [
    'properties(map) AS map',
    ...asked.map((column) => `COLLECT {${columns[column]} } AS ${column}`),
  ];
  const [row] = await tx<WantedRow & Record<string, unknown>>(
    `MATCH (map:Map {id: $map}) ${first} RETURN ${returned.join(', ')}`,
    { map, ...lists },
  );
  return row;
}

/** For a map that has no node: whether it ever had one. */
export async function absence(tx: Cypher, map: string): Promise<'absent' | 'gone'> {
  const taken = await tx(`MATCH (taken:MapId {id: $map}) RETURN 1 AS taken`, { map });
  return taken.length > 0 ? 'gone' : 'absent';
}

function listsOf({ items = [], linksAt = [], groups = [], keys = [], entries = [] }: Wanted) {
  const ids = (type: ItemReference['type']) => items.filter((item) => item.type === type).map(({ id }) => id);
  return {
    parties: ids('party'),
    links: ids('link'),
    statements: ids('statement'),
    linksAt,
    groups,
    keys,
    entries,
  } satisfies Record<Column, readonly unknown[]>;
}

function foundIn(row: WantedRow, { items = [] }: Wanted): Found {
  const {
    parties = [],
    links = [],
    statements = [],
    linksAt = [],
    groups = [],
    keys = [],
    entries = [],
  } = row;
  const asksForMap = items.some(({ type, id }) => type === 'map' && id === row.map['id']);
  return {
    items: [
      ...(asksForMap ? [storedMap(row.map)] : []),
      ...parties.map(itemOfParty),
      ...[...links, ...linksAt, ...groups].map(itemOfLink),
      ...statements.map(storedStatement),
    ],
    keys: keys.map(storedKey),
    entries: entries.map(storedEntry),
  };
}

const itemOfParty = ({ properties, labels }: PartyRow): StoredItem => storedParty(properties, labels);
const itemOfLink = ({ properties, provider, customer }: LinkRow): StoredItem =>
  storedLink(properties, provider, customer);

/** All parties, links and statements of a map. */
export async function readItems(tx: Cypher, map: string): Promise<StoredItem[]> {
  const parties = await tx<PartyRow>(
    `MATCH (:Map {id: $map})-[:HAS]->(party:Party) RETURN properties(party) AS properties, labels(party) AS labels`,
    { map },
  );
  const links = await tx<LinkRow>(
    `MATCH (:Map {id: $map})-[:HAS]->(provider:Party)-[link:SERVES]->(customer:Party)
     RETURN properties(link) AS properties, provider.id AS provider, customer.id AS customer`,
    { map },
  );
  const statements = await tx<{ properties: Properties }>(
    `MATCH (:Map {id: $map})-[:HAS]->(statement:Statement) RETURN properties(statement) AS properties`,
    { map },
  );
  return [
    ...parties.map(itemOfParty),
    ...links.map(itemOfLink),
    ...statements.map(({ properties }) => storedStatement(properties)),
  ];
}
