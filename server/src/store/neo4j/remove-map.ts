import type { Cypher } from './connection.js';

/** Removes everything of a locked map but its (:MapId), which remembers that the id was used. */
export async function removeMap(tx: Cypher, map: string): Promise<void> {
  for (const statement of removals) await tx(statement, { map });
}

const removals = [
  `MATCH (:Map {id: $map})-[:HAS]->(statement:Statement) DETACH DELETE statement`,
  `MATCH (:Map {id: $map})-[:HAS]->(party:Party) DETACH DELETE party`,
  `MATCH (change:Change {mapId: $map}) WHERE change.revision > 0 DELETE change`,
  `MATCH (key:IdempotencyKey {mapId: $map}) WHERE key.by IS NOT NULL AND key.key IS NOT NULL DELETE key`,
  `MATCH (:Map {id: $map})-[:OPENED_BY]->(:AccessLink)-[:LET_IN]->(principal:Principal) DETACH DELETE principal`,
  `MATCH (:Map {id: $map})-[:OPENED_BY]->(access:AccessLink) DETACH DELETE access`,
  `MATCH (map:Map {id: $map}) DETACH DELETE map`,
];
