import { describe, expect, jest, test } from '@jest/globals';
import { DownstreamError } from '@downstream/graph-schema/problem';
import Libsql from 'libsql';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../tests/support/run-server.js';
import { beginWriting, openFile, type Database } from './database.js';

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

  test("waits no less where somebody sets the machine's clock meanwhile", async () => {
    const { database, tries } = databaseMeeting('SQLITE_BUSY', 'SQLITE_BUSY');
    let hours = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => ++hours * 3_600_000);
    await beginWriting(database);
    clock.mockRestore();
    expect(tries()).toBe(3);
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

describe("Another program's file by the name of the store", () => {
  test.each([
    ['has tables of its own', 'CREATE TABLE customers (name)'],
    ['has tables that are called as ours', 'CREATE TABLE map (number)'],
    ['has a version', 'CREATE TABLE customers (name); PRAGMA user_version = 3'],
    ['has a version that no store has', 'CREATE TABLE customers (name); PRAGMA user_version = -1'],
  ])('that %s is refused, and stays as it is', async (_, tables) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'downstream.sqlite');
    const theirs = new Libsql(file);
    theirs.exec(tables);
    theirs.close();
    const refusal = {
      code: 'STORE_UNUSABLE',
      details: [{ path: [], message: expect.stringContaining(folder) }],
    };
    await expect(openFile(folder, 0)).rejects.toMatchObject(refusal);
    const after = new Libsql(file);
    expect(after.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()).toMatchObject({ tables: 1 });
    after.close();
    await rm(folder, { recursive: true });
  });
});
