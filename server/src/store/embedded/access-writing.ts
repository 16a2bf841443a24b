import type { AccessTransaction } from '../map-transaction.js';
import { accessOfRow, principalOfRow, textKey } from './rows.js';
import type { Database } from './database.js';

/** Access links and principals of one scope, by its number, inside the transaction open on `database`. */
export function accessWriting(database: Database, numberOf: () => number): AccessTransaction {
  // Everything here is over in microseconds; promises only because a port to a server far away needs them.
  return {
    access: (id) =>
      Promise.resolve(
        database
          .all('SELECT body FROM access WHERE scope = ? AND id = ?', [numberOf(), textKey(id)])
          .map(accessOfRow)[0],
      ),
    putAccess(record) {
      database.run('INSERT OR REPLACE INTO access (scope, id, secret_hash, body) VALUES (?, ?, ?, ?)', [
        numberOf(),
        textKey(record.id),
        record.secretHash,
        JSON.stringify(record),
      ]);
      return Promise.resolve();
    },
    removeAccess(id) {
      database.run('DELETE FROM principal WHERE scope = ? AND access = ?', [numberOf(), textKey(id)]);
      database.run('DELETE FROM access WHERE scope = ? AND id = ?', [numberOf(), textKey(id)]);
      return Promise.resolve();
    },
    principal: (browserHash) =>
      Promise.resolve(
        database
          .all('SELECT body FROM principal WHERE scope = ? AND browser_hash = ?', [numberOf(), browserHash])
          .map(principalOfRow)[0],
      ),
    putPrincipal(record) {
      database.run(
        'INSERT OR REPLACE INTO principal (scope, browser_hash, access, body) VALUES (?, ?, ?, ?)',
        [numberOf(), record.browserHash, textKey(record.access), JSON.stringify(record)],
      );
      return Promise.resolve();
    },
  };
}
