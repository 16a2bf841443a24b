import type { StoredItem } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import type { Party, PartyKind } from '@downstream/graph-schema/party';
import type { Statement } from '@downstream/graph-schema/statement';
import type { ItemWrite, MapWrites } from '../map-transaction.js';
import type { Cypher } from './connection.js';
import { labelOfKind, propertiesOf } from './item-properties.js';
import { propertiesOfEntry, propertiesOfHead, propertiesOfKey } from './log-properties.js';

/** Rows a statement carries at most: so many are packed in a few milliseconds. */
const rowsAtOnce = 1_000;

type Row = Record<string, unknown>;
type Of<T> = Omit<StoredItem, 'item'> & { item: T };

/**
 * Writes what a transaction leaves behind: links go before the parties they join and come after them. Statements
 * of up to `rowsAtOnce` rows follow each other without waiting for answers; a commit is then one round trip.
 */
export async function writeMap(
  tx: Cypher,
  map: string,
  { head, items, log, keys }: MapWrites,
): Promise<void> {
  const under = inOrder(tx, map);
  const { map: settings, party, link, statement } = byType(items);

  await under(removeStatement, statement.gone.map(idOf));
  await under(removeLink, [...link.gone, ...link.moved].map(idOf));
  await under(removeParty, party.gone.map(idOf));

  for (const kind of Object.keys(labelOfKind) as PartyKind[]) {
    const ofKind = ({ item }: Of<Party>) => item.kind === kind;
    await under(createParty(labelOfKind[kind]), party.born.filter(ofKind).map(rowOf));
    await under(changeParty(labelOfKind[kind]), party.changed.filter(ofKind).map(rowOf));
  }
  await under(createLink, [...link.born, ...link.moved].map(rowOfLink));
  await under(changeLink, link.changed.map(rowOf));
  await under(createStatement, statement.born.map(rowOf));
  await under(changeStatement, statement.changed.map(rowOf));

  await under(
    createChange,
    log.map((entry) => ({ properties: propertiesOfEntry(entry) })),
  );
  await under(
    createKey,
    keys.map((key) => ({ properties: propertiesOfKey(key) })),
  );
  const settingsNow = [...settings.born, ...settings.changed].map(propertiesOf);
  await under(changeMap, [{ properties: { ...settingsNow[0], ...propertiesOfHead(head) } }]);
  await under.done();
}

const removeStatement = `MATCH (statement:Statement {mapId: $map, id: row.id}) DETACH DELETE statement`;
const removeLink = `MATCH ()-[link:SERVES {mapId: $map, id: row.id}]->() DELETE link`;
/** Its HAS goes along; a SERVES still there would make the deletion fail, as it should. */
const removeParty = `MATCH (party:Party {mapId: $map, id: row.id})<-[has:HAS]-(:Map) DELETE has, party`;

const createParty = (label: string) =>
  `MATCH (map:Map {id: $map})
   CREATE (map)-[:HAS]->(party:Party:${label} {mapId: $map, id: row.id}) SET party += row.properties`;
const changeParty = (label: string) =>
  `MATCH (party:Party {mapId: $map, id: row.id})
   REMOVE party:${Object.values(labelOfKind).join(':')} SET party:${label}, party += row.properties`;

const createLink = `
  MATCH (provider:Party {mapId: $map, id: row.provider}) MATCH (customer:Party {mapId: $map, id: row.customer})
  CREATE (provider)-[link:SERVES {mapId: $map, id: row.id}]->(customer) SET link += row.properties`;
const changeLink = `MATCH ()-[link:SERVES {mapId: $map, id: row.id}]->() SET link += row.properties`;

const createStatement = `
  MATCH (map:Map {id: $map})
  CREATE (map)-[:HAS]->(statement:Statement {mapId: $map, id: row.id}) SET statement += row.properties`;
const changeStatement = `MATCH (statement:Statement {mapId: $map, id: row.id}) SET statement += row.properties`;

const createChange = `CREATE (change:Change {mapId: $map}) SET change += row.properties`;
const createKey = `CREATE (key:IdempotencyKey {mapId: $map}) SET key += row.properties`;
const changeMap = `MATCH (map:Map {id: $map}) SET map += row.properties`;

const idOf = ({ item }: StoredItem): Row => ({ id: item.id });
const rowOf = (stored: StoredItem): Row => ({ id: stored.item.id, properties: propertiesOf(stored) });
const rowOfLink = (stored: Of<Link>): Row => ({
  ...rowOf(stored),
  provider: stored.item.provider,
  customer: stored.item.customer,
});

interface Sorted<T> {
  born: Of<T>[];
  changed: Of<T>[];
  /** Links that now join others than before: a relationship cannot change its ends. */
  moved: Of<T>[];
  gone: Of<T>[];
}

/** Sorts writes by the type of their item and by what becomes of it. */
function byType(items: readonly ItemWrite[]) {
  const sorted = {
    map: emptySorted<StoredItem['item']>(),
    party: emptySorted<Party>(),
    link: emptySorted<Link>(),
    statement: emptySorted<Statement>(),
  };
  for (const { before, after } of items) {
    const one = after ?? before;
    if (!one) continue;
    const fate = !before
      ? 'born'
      : !after
        ? 'gone'
        : joinsOthers(before.item, after.item)
          ? 'moved'
          : 'changed';
    (sorted[one.item.type][fate] as StoredItem[]).push(one);
  }
  return sorted;
}

const emptySorted = <T>(): Sorted<T> => ({ born: [], changed: [], moved: [], gone: [] });

const joinsOthers = (before: StoredItem['item'], after: StoredItem['item']): boolean =>
  before.type === 'link' &&
  after.type === 'link' &&
  (before.provider !== after.provider || before.customer !== after.customer);

/**
 * Runs one statement after another for lists of rows, the answers awaited only where many rows are under way.
 * A row that found nothing to work on is a bug, and fails the transaction.
 */
function inOrder(tx: Cypher, map: string) {
  let underWay: Promise<void>[] = [];
  let rowsUnderWay = 0;

  async function done() {
    const awaited = underWay;
    underWay = [];
    rowsUnderWay = 0;
    await Promise.all(awaited);
  }

  async function run(statement: string, rows: readonly Row[]) {
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const some = rows.slice(start, start + rowsAtOnce);
      underWay.push(runOne(statement, some));
      rowsUnderWay += some.length;
      if (rowsUnderWay >= rowsAtOnce) await done();
    }
  }

  async function runOne(statement: string, rows: readonly Row[]) {
    const [counted] = await tx<{ found: number }>(
      `UNWIND $rows AS row ${statement} RETURN count(*) AS found`,
      { map, rows },
    );
    if (counted?.found !== rows.length) {
      throw new Error(`Of ${rows.length} rows, Neo4j worked on ${counted?.found ?? 0}: ${statement.trim()}`);
    }
  }

  return Object.assign(run, { done });
}
