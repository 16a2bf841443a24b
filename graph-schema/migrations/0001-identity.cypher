// What is unique. Ids are unique within a map; the id of a map is taken for ever by its MapId, even once it is deleted.
// Every statement can be repeated: a server that stops half-way through a migration leaves it to the next one.
CREATE CONSTRAINT map_id_taken IF NOT EXISTS FOR (taken:MapId) REQUIRE taken.id IS UNIQUE;
CREATE CONSTRAINT map_id IF NOT EXISTS FOR (map:Map) REQUIRE map.id IS UNIQUE;
CREATE CONSTRAINT party_id IF NOT EXISTS FOR (party:Party) REQUIRE (party.mapId, party.id) IS UNIQUE;
CREATE CONSTRAINT link_id IF NOT EXISTS FOR ()-[link:SERVES]-() REQUIRE (link.mapId, link.id) IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (statement:Statement) REQUIRE (statement.mapId, statement.id) IS UNIQUE;
CREATE CONSTRAINT change_revision IF NOT EXISTS FOR (change:Change) REQUIRE (change.mapId, change.revision) IS UNIQUE;
CREATE CONSTRAINT idempotency_key IF NOT EXISTS FOR (key:IdempotencyKey) REQUIRE (key.mapId, key.by, key.key) IS UNIQUE;
CREATE CONSTRAINT access_secret IF NOT EXISTS FOR (access:AccessLink) REQUIRE access.secretHash IS UNIQUE;
CREATE CONSTRAINT host_id IF NOT EXISTS FOR (host:Host) REQUIRE host.id IS UNIQUE;
