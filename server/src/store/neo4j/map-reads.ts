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

/** Everything `Wanted` can name, as lists of one row, so that it comes with the lock in one round trip. */
const wantedColumns = `
  COLLECT {
    UNWIND $parties AS id MATCH (party:Party {mapId: $map, id: id})
    RETURN {properties: properties(party), labels: labels(party)}
  } AS parties,
  COLLECT {
    UNWIND $links AS id MATCH (provider:Party)-[link:SERVES {mapId: $map, id: id}]->(customer:Party)
    RETURN {properties: properties(link), provider: provider.id, customer: customer.id}
  } AS links,
  COLLECT {
    UNWIND $statements AS id MATCH (statement:Statement {mapId: $map, id: id})
    RETURN {properties: properties(statement)}
  } AS statements,
  COLLECT {
    UNWIND $linksAt AS id MATCH (party:Party {mapId: $map, id: id})-[link:SERVES]-()
    RETURN {properties: properties(link), provider: startNode(link).id, customer: endNode(link).id}
  } AS linksAt,
  COLLECT {
    UNWIND $groups AS wanted
    MATCH (customer:Party {mapId: $map, id: wanted.customer})<-[link:SERVES {alternativeGroup: wanted.group}]-(provider)
    RETURN {properties: properties(link), provider: provider.id, customer: customer.id}
  } AS linksInGroups,
  COLLECT {
    UNWIND $keys AS wanted MATCH (key:IdempotencyKey {mapId: $map, by: wanted.by, key: wanted.key})
    RETURN properties(key)
  } AS keys,
  COLLECT {
    UNWIND $entries AS revision MATCH (change:Change {mapId: $map, revision: toInteger(revision)})
    RETURN properties(change)
  } AS entries`;

interface WantedRow {
  map: Properties;
  parties: PartyRow[];
  links: LinkRow[];
  statements: { properties: Properties }[];
  linksAt: LinkRow[];
  linksInGroups: LinkRow[];
  keys: Properties[];
  entries: Properties[];
}

/**
 * Locks the map's node, then reads. REMOVE takes the node's write lock even where there is nothing to remove, and
 * everything after it in the statement sees what the lock's last holder wrote.
 */
export async function lockAndRead(
  tx: Cypher,
  map: string,
  wanted: Wanted,
): Promise<{ state: MapState; found: Found }> {
  const [row] = await tx<WantedRow>(
    `MATCH (map:Map {id: $map}) REMOVE map.lock WITH map RETURN properties(map) AS map, ${wantedColumns}`,
    parametersOf(map, wanted),
  );
  if (row) return { state: headOf(row.map), found: foundIn(row, wanted) };
  return { state: await absence(tx, map), found: { items: [], keys: [], entries: [] } };
}

export async function readMore(tx: Cypher, map: string, wanted: Wanted): Promise<Found> {
  const [row] = await tx<WantedRow>(
    `MATCH (map:Map {id: $map}) RETURN properties(map) AS map, ${wantedColumns}`,
    parametersOf(map, wanted),
  );
  return row ? foundIn(row, wanted) : { items: [], keys: [], entries: [] };
}

/** For a map that has no node: whether it ever had one. */
export async function absence(tx: Cypher, map: string): Promise<'absent' | 'gone'> {
  const taken = await tx(`MATCH (taken:MapId {id: $map}) RETURN 1 AS taken`, { map });
  return taken.length > 0 ? 'gone' : 'absent';
}

function parametersOf(
  map: string,
  { items = [], linksAt = [], groups = [], keys = [], entries = [] }: Wanted,
) {
  const ids = (type: ItemReference['type']) => items.filter((item) => item.type === type).map(({ id }) => id);
  return {
    map,
    parties: ids('party'),
    links: ids('link'),
    statements: ids('statement'),
    linksAt,
    groups,
    keys,
    entries,
  };
}

function foundIn(row: WantedRow, { items = [] }: Wanted): Found {
  const asksForMap = items.some(({ type, id }) => type === 'map' && id === row.map['id']);
  return {
    items: [
      ...(asksForMap ? [storedMap(row.map)] : []),
      ...row.parties.map(itemOfParty),
      ...[...row.links, ...row.linksAt, ...row.linksInGroups].map(itemOfLink),
      ...row.statements.map(({ properties }) => storedStatement(properties)),
    ],
    keys: row.keys.map(storedKey),
    entries: row.entries.map(storedEntry),
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
