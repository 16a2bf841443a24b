import type { AccessTransaction } from '../map-transaction.js';
import type { AccessRecord, AccessScope, PrincipalRecord } from '../store.js';
import type { Cypher } from './connection.js';
import type { Properties } from './item-properties.js';
import {
  propertiesOfAccess,
  propertiesOfPrincipal,
  storedAccess,
  storedPrincipal,
} from './log-properties.js';

/** (place)-[:OPENED_BY]->(:AccessLink)-[:LET_IN]->(:Principal), where the place is a map or the host's. */
const hostId = 'host';

const matchPlace = (scope: AccessScope) =>
  scope === 'host' ? `(place:Host {id: $place})` : `(place:Map {id: $place})`;
const idOfPlace = (scope: AccessScope) => (scope === 'host' ? hostId : scope.map);

/** The host's place, locked until the transaction ends. */
export async function lockHost(tx: Cypher): Promise<void> {
  await tx(`MERGE (host:Host {id: $host}) SET host.lock = true REMOVE host.lock`, { host: hostId });
}

/** What a write transaction on one place can do with who may come in there; its caller holds the place's lock. */
export function accessTransaction(tx: Cypher, scope: AccessScope): AccessTransaction {
  const place = idOfPlace(scope);
  return {
    async access(id) {
      const [row] = await tx<{ access: Properties }>(
        `MATCH ${matchPlace(scope)}-[:OPENED_BY]->(access:AccessLink {id: $id}) RETURN properties(access) AS access`,
        { place, id },
      );
      return row && storedAccess(row.access, scope);
    },
    async putAccess(record) {
      await tx(
        `MATCH ${matchPlace(scope)}
         MERGE (place)-[:OPENED_BY]->(access:AccessLink {id: $id}) SET access += $properties`,
        { place, id: record.id, properties: propertiesOfAccess(record) },
      );
    },
    async removeAccess(id) {
      await tx(
        `MATCH ${matchPlace(scope)}-[:OPENED_BY]->(access:AccessLink {id: $id})
         OPTIONAL MATCH (access)-[:LET_IN]->(principal:Principal)
         DETACH DELETE principal, access`,
        { place, id },
      );
    },
    async principal(browserHash) {
      const [found] = await principalsWhere(
        tx,
        scope,
        `MATCH (principal:Principal {browserHash: $browserHash})<-[:LET_IN]-(access)<-[:OPENED_BY]-${matchPlace(scope)}`,
        { place, browserHash },
      );
      return found;
    },
    async putPrincipal(record) {
      await tx(
        `MATCH ${matchPlace(scope)}-[:OPENED_BY]->(access:AccessLink {id: $access})
         OPTIONAL MATCH (place)-[:OPENED_BY]->(:AccessLink)-[before:LET_IN]->(principal:Principal {id: $id})
         DETACH DELETE principal
         CREATE (access)-[:LET_IN]->(now:Principal {id: $id}) SET now += $properties`,
        { place, access: record.access, id: record.id, properties: propertiesOfPrincipal(record) },
      );
    },
  };
}

export async function listAccess(tx: Cypher, scope: AccessScope): Promise<AccessRecord[]> {
  const rows = await tx<{ access: Properties }>(
    `MATCH ${matchPlace(scope)}-[:OPENED_BY]->(access:AccessLink) RETURN properties(access) AS access`,
    { place: idOfPlace(scope) },
  );
  return rows.map(({ access }) => storedAccess(access, scope));
}

export const listPrincipals = (tx: Cypher, scope: AccessScope): Promise<PrincipalRecord[]> =>
  principalsWhere(
    tx,
    scope,
    `MATCH ${matchPlace(scope)}-[:OPENED_BY]->(access:AccessLink)-[:LET_IN]->(principal:Principal)`,
    { place: idOfPlace(scope) },
  );

export async function findAccess(tx: Cypher, secretHash: string): Promise<AccessRecord | undefined> {
  const [row] = await tx<{ access: Properties; map: string | null }>(
    `MATCH (access:AccessLink {secretHash: $secretHash})<-[:OPENED_BY]-(place)
     RETURN properties(access) AS access, CASE WHEN place:Map THEN place.id END AS map`,
    { secretHash },
  );
  return row && storedAccess(row.access, scopeOf(row.map));
}

export async function principalsOf(tx: Cypher, browserHash: string): Promise<PrincipalRecord[]> {
  const rows = await tx<{ principal: Properties; access: string; map: string | null }>(
    `MATCH (principal:Principal {browserHash: $browserHash})<-[:LET_IN]-(access)<-[:OPENED_BY]-(place)
     RETURN properties(principal) AS principal, access.id AS access, CASE WHEN place:Map THEN place.id END AS map`,
    { browserHash },
  );
  return rows.map(({ principal, access, map }) => storedPrincipal(principal, scopeOf(map), access));
}

const scopeOf = (map: string | null): AccessScope => (map === null ? 'host' : { map });

async function principalsWhere(
  tx: Cypher,
  scope: AccessScope,
  match: string,
  parameters: Record<string, unknown>,
) {
  const rows = await tx<{ principal: Properties; access: string }>(
    `${match} RETURN properties(principal) AS principal, access.id AS access`,
    parameters,
  );
  return rows.map(({ principal, access }) => storedPrincipal(principal, scope, access));
}
