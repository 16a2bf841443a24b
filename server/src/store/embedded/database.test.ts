import { describe, expect, test } from '@jest/globals';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { beginWriting, type Database } from './database.js';

/** A database that meets these trouble codes of SQLite one after the other, and then none. */
function databaseMeeting(...codes: string[]): { database: Database; tries: () => number } {
  let tries = 0;
  const exec = (): void => {
    const code = codes[tries];
    tries += 1;
    if (code === undefined) return;
    const cause = Object.assign(new Error(code), { code });
    throw Object.assign(new DownstreamError('STORE_UNAVAILABLE'), { cause });
  };
  return { database: { exec } as unknown as Database, tries: () => tries };
}

describe('A transaction', () => {
  test('waits while another connection has the file', async () => {
    const { database, tries } = databaseMeeting(
      'SQLITE_BUSY',
      'SQLITE_LOCKED_SHAREDCACHE',
      'SQLITE_PROTOCOL',
    );
    await beginWriting(database);
    expect(tries()).toBe(4);
  });

  test.each(['SQLITE_IOERR_READ', 'SQLITE_FULL', 'SQLITE_READONLY_DBMOVED', 'SQLITE_CORRUPT'])(
    'is refused at once where the disk says %s, so that those behind it do not wait',
    async (code) => {
      const { database, tries } = databaseMeeting(code);
      await expect(beginWriting(database)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(tries()).toBe(1);
    },
  );
});
