import { describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError, loadEnvironmentFile, readEnvironment } from './environment.js';

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

  test.each<[string, number | string[]]>([
    ['2', 2],
    ['10.0.0.1, 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['loopback,172.16.0.0/12,fd00::/8', ['loopback', '172.16.0.0/12', 'fd00::/8']],
  ])('trusts the proxies of "%s"', (text, proxies) => {
    expect(readEnvironment({ TRUST_PROXY: text }).trustProxy).toEqual(proxies);
  });

  test.each(['true', '1,2', 'nginx', '10.0.0.0/33', '10.0.0.0/0', '::1/129', '10.0.0.1,', ' '])(
    'takes "%s" for no proxy',
    (text) => {
      expect(() => readEnvironment({ TRUST_PROXY: text })).toThrow(
        `TRUST_PROXY: is how many proxies stand in front, such as 1, or their addresses, separated by commas (found "${text}")`,
      );
    },
  );

  test('takes names as browsers send them', () => {
    const { allowedHosts } = readEnvironment({ ALLOWED_HOSTS: 'Maps.Example.org, , münchen.example' });
    expect(allowedHosts).toEqual(['maps.example.org', 'xn--mnchen-3ya.example']);
  });

  test.each(['https://maps.example.org', 'maps.example.org:443', '*', 'maps.example.org/', 'a b'])(
    'takes "%s" for no name by which people reach it',
    (text) => {
      expect(() => readEnvironment({ ALLOWED_HOSTS: text })).toThrow('ALLOWED_HOSTS: is names alone');
    },
  );

  test.each(['bolt://:7687', 'bolt://db:99999', 'neo4j://a b', 'neo4j://db:7687:x', 'bolt://db?policy=x'])(
    'takes %s for no address of a Neo4j',
    (text) => {
      expect(() => readEnvironment({ NEO4J_URI: text, NEO4J_PASSWORD: 'secret' })).toThrow(
        'NEO4J_URI: is an address such as neo4j://db.example.org:7687, without user or password',
      );
    },
  );

  test('repeats no password that stands in an address', () => {
    for (const uri of ['http://neo4j:letmein@db', 'neo4j://neo4j:letmein@db', 'neo4j://neo4j:let@me@in@db']) {
      const wrong = () => readEnvironment({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' });
      expect(wrong).toThrow('//…@db")');
    }
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

test('a folder called .env is not taken for a file of settings', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'downstream-'));
  expect(() => loadEnvironmentFile(folder)).not.toThrow();
  expect(() => loadEnvironmentFile(join(folder, '.env'))).not.toThrow();
  await rm(folder, { recursive: true });
});
