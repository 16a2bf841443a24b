import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

interface Service {
  image?: string;
  build?: string;
  depends_on?: Record<string, { condition: string }>;
  ports: string[];
  environment: Record<string, string>;
  volumes?: string[];
  healthcheck: { test: string | string[] };
}
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8')) as {
  services: Record<'downstream' | 'neo4j', Service>;
  volumes: Record<string, unknown>;
};
const { downstream, neo4j } = compose.services;

describe('the Dockerfile', () => {
  test('has nothing that a linter finds', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  test('copies only what is in the repository or comes from its build', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
      sources!.split(' '),
    );
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  test('knows every workspace, in both stages, so that the lock file fits', () => {
    const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      workspaces: string[];
    };
    for (const workspace of workspaces) {
      expect(dockerfile.split(`COPY ${workspace}/package.json ${workspace}/`)).toHaveLength(3);
    }
  });

  test('runs as a user without rights, in the open, and says whether it is well', () => {
    const [, running] = dockerfile.split(/^FROM /m).slice(1);
    expect(running).toMatch(/^USER node$/m);
    expect(running).toMatch(/HOST=0\.0\.0\.0/);
    expect(running).toMatch(/^HEALTHCHECK [^]*\/healthz/m);
  });
});

describe('docker-compose.yml', () => {
  test('brings up the server once its Neo4j is well', () => {
    expect(downstream.build).toBe('.');
    expect(downstream.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect(downstream.environment['NEO4J_URI']).toBe('bolt://neo4j:7687');
    expect(downstream.healthcheck.test).toEqual(expect.arrayContaining([expect.stringContaining('/readyz')]));
    expect(neo4j.healthcheck.test).toContain('cypher-shell');
  });

  test('runs the Neo4j of the tests, and keeps its data in a volume', () => {
    expect(neo4j.image).toBe('neo4j:5.26');
    const [volume, folder] = neo4j.volumes![0]!.split(':');
    expect(folder).toBe('/data');
    expect(Object.keys(compose.volumes)).toEqual([volume]);
  });

  test('holds no password, and does not start without one', () => {
    expect(downstream.environment['NEO4J_PASSWORD']).toMatch(/^\$\{NEO4J_PASSWORD:\?.+\}$/);
    expect(neo4j.environment['NEO4J_AUTH']).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?.+\}$/);
  });

  test('shows the database to this machine only', () => {
    expect(neo4j.ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
  });
});
