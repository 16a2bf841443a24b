/**
 * The tables of the embedded store, as numbered steps: step n brings a file from version n - 1 to n. Steps that were
 * ever released never change; a new need is a new step. Keys are text as `textKey` writes it; whatever is only read
 * back whole is JSON. Scope 0 is the host's place, every other scope is a map's number.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE map (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    parties INTEGER NOT NULL,
    links INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE item (
    map INTEGER NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    audience TEXT NOT NULL,
    body TEXT NOT NULL,
    provider TEXT,
    customer TEXT,
    alternative_group TEXT,
    PRIMARY KEY (map, type, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_by_provider ON item (map, provider) WHERE provider IS NOT NULL;
  CREATE INDEX link_by_customer ON item (map, customer, alternative_group) WHERE customer IS NOT NULL;

  CREATE TABLE entry (
    map INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    signed_by TEXT NOT NULL,
    at TEXT NOT NULL,
    changes TEXT NOT NULL,
    revokes TEXT,
    PRIMARY KEY (map, revision)
  ) STRICT;

  CREATE TABLE kept_key (
    map INTEGER NOT NULL,
    signed_by TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (map, signed_by, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE access (
    scope INTEGER NOT NULL,
    id TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    PRIMARY KEY (scope, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE principal (
    scope INTEGER NOT NULL,
    browser_hash TEXT NOT NULL,
    access TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (scope, browser_hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX principal_by_browser ON principal (browser_hash);
  CREATE INDEX principal_by_access ON principal (scope, access);
  `,
  // An entry holds the key it was asked for under and the size it left the map at: a commit then writes three pages
  // instead of six, and what a map's newest revision is stands in one place.
  `
  CREATE TABLE new_entry (
    map INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    signed_by TEXT NOT NULL,
    at TEXT NOT NULL,
    changes TEXT NOT NULL,
    revokes TEXT,
    key TEXT,
    digest TEXT,
    parties INTEGER,
    links INTEGER,
    PRIMARY KEY (map, revision)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO new_entry
    SELECT entry.map, entry.revision, entry.signed_by, entry.at, changes, revokes, key, digest, parties, links
    FROM entry JOIN map ON map.number = entry.map
    LEFT JOIN kept_key ON kept_key.map = entry.map AND kept_key.revision = entry.revision;
  DROP TABLE entry;
  DROP TABLE kept_key;
  ALTER TABLE new_entry RENAME TO entry;
  CREATE UNIQUE INDEX kept_key ON entry (map, signed_by, key) WHERE key IS NOT NULL;
  ALTER TABLE map DROP COLUMN revision;
  ALTER TABLE map DROP COLUMN changed_at;
  ALTER TABLE map DROP COLUMN parties;
  ALTER TABLE map DROP COLUMN links;
  `,
  // The log is in the order of one number, its `place` (place-in-log.ts): a commit then writes one page less.
  `
  CREATE TABLE new_entry (
    place INTEGER PRIMARY KEY,
    map INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    signed_by TEXT NOT NULL,
    at TEXT NOT NULL,
    changes TEXT NOT NULL,
    revokes TEXT,
    key TEXT,
    digest TEXT,
    parties INTEGER,
    links INTEGER
  ) STRICT;
  INSERT INTO new_entry
    SELECT map << 32 | revision, map, revision, signed_by, at, changes, revokes, key, digest, parties, links
    FROM entry ORDER BY map, revision;
  DROP TABLE entry;
  ALTER TABLE new_entry RENAME TO entry;
  CREATE UNIQUE INDEX kept_key ON entry (map, signed_by, key) WHERE key IS NOT NULL;
  `,
];
