import { describe, expect, test } from '@jest/globals';
import { openApiDocument } from './openapi.js';
import { routes } from './route-table.js';

describe('The OpenAPI description', () => {
  const document = openApiDocument('1.2.3');

  test('has every route of the table, and no other', () => {
    const described = Object.values(document.paths ?? {}).flatMap((path) =>
      Object.values(path).map((operation) => (operation as { operationId: string }).operationId),
    );
    expect(described.sort()).toEqual(Object.keys(routes).sort());
  });

  test('puts each route under one heading, and says what stands there', () => {
    const headings = document.tags!.map(({ name }) => name);
    const used = Object.values(document.paths!).flatMap((path) =>
      Object.values(path).map((operation) => (operation as { tags: string[] }).tags),
    );
    for (const tags of used) expect(tags).toHaveLength(1);
    expect([...new Set(used.flat())].sort()).toEqual([...headings].sort());
  });

  test('names what is in a path, and every error a route gives', () => {
    const commit = document.paths?.['/api/maps/{map}/commits']?.post;
    expect(commit?.parameters).toMatchObject([{ in: 'path', name: 'map', required: true }]);
    expect(JSON.stringify(commit?.responses?.['409'])).toContain('VERSION_CONFLICT');
  });

  test('says of numbers in an address how large they may be', () => {
    const schemaOf = (name: string) =>
      document.paths?.['/api/maps/{map}/weak-links']?.get?.parameters?.find(
        (parameter) => 'name' in parameter && parameter.name === name,
      );
    expect(schemaOf('top')).toMatchObject({ schema: { type: 'integer', minimum: 1, maximum: 1_000 } });
    expect(schemaOf('minutes')).toMatchObject({ schema: { type: 'integer', minimum: 1 } });
  });

  test('is plain JSON of the release it is of', () => {
    expect(JSON.parse(JSON.stringify(document))).toMatchObject({
      openapi: '3.1.1',
      info: { version: '1.2.3' },
    });
  });
});
