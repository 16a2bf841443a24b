import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, readEnvironment } from './environment.js';

describe('the environment', () => {
  test('needs nothing: this machine alone, an embedded store in ./data', () => {
    expect(readEnvironment({})).toMatchObject({
      host: '127.0.0.1',
      port: 4400,
      loopback: true,
      store: { kind: 'embedded', folder: './data' },
      maxParties: 5_000,
      maxLinks: 50_000,
    });
  });

  test('takes an empty variable as one that is not set', () => {
    expect(readEnvironment({ PORT: '', NEO4J_URI: '' })).toEqual(readEnvironment({}));
  });

  test('chooses Neo4j where its address is set', () => {
    expect(readEnvironment({ NEO4J_URI: 'neo4j+s://db.example', NEO4J_PASSWORD: 'secret' }).store).toEqual({
      kind: 'neo4j',
      uri: 'neo4j+s://db.example',
      user: 'neo4j',
      password: 'secret',
      database: undefined,
    });
  });

  test.each([
    ['an address that others reach', { HOST: '0.0.0.0' }],
    ['a proxy, whose callers come from anywhere', { TRUST_PROXY: '1' }],
  ])('lets nobody in as the host by address behind %s', (_, variables) => {
    expect(readEnvironment(variables).loopback).toBe(false);
  });

  test('names every mistake at once, and no password', () => {
    const wrong = () =>
      readEnvironment({ PORT: '99999', MAX_LINKS: 'many', LOG_LEVEL: 'loud', NEO4J_URI: 'http://db' });
    expect(wrong).toThrow(EnvironmentError);
    expect(wrong).toThrow(
      [
        'The environment has mistakes:',
        '  PORT: is between 0 and 65535 (found "99999")',
        '  NEO4J_URI: begins with bolt://, neo4j://, bolt+s:// or neo4j+s:// (found "http://db")',
        '  LOG_LEVEL: is one of "silent", "fatal", "error", "warn", "info", "debug" (found "loud")',
        '  MAX_LINKS: is a whole number (found "many")',
        '  NEO4J_PASSWORD: is needed beside NEO4J_URI',
      ].join('\n'),
    );
  });
});
