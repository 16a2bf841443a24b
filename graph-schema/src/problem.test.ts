import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import { commitSchema } from './change.js';
import { rippleRequestSchema } from './disruption.js';
import { errors } from './error-code.js';
import { DownstreamError, detailsOf, inWords } from './problem.js';
import { routes, type Route } from './route-table.js';

const mistakesIn = (schema: z.ZodType, written: unknown): string[] => {
  const { error } = schema.safeParse(written);
  return error ? detailsOf(error, written).map(inWords) : [];
};

const fields = fc.constantFrom(
  ...['changes', 'op', 'item', 'type', 'id', 'kind', 'name', 'fields', 'disruptions', 'party', 'minutes'],
  ...[
    'seed',
    'worlds',
    'idempotencyKey',
    'expectedVersion',
    'role',
    'secret',
    'since',
    'format',
    '__proto__',
  ],
);

describe('A problem in words', () => {
  test('says where, then what', () => {
    expect(inWords({ line: 3, path: ['links', 0, 'slack'], message: 'is -1' })).toBe(
      'line 3: links.0.slack: is -1',
    );
    expect(inWords({ path: [], message: 'is empty' })).toBe('is empty');
  });

  test('an error is its sentence and all its details', () => {
    const error = new DownstreamError('FILE_INVALID', [{ path: ['map'], message: 'is missing', line: 1 }]);
    expect(error.message).toBe(`${errors.FILE_INVALID.sentence}\nline 1: map: is missing`);
  });
});

describe('What a schema found', () => {
  test('is told with all paths, through unions, unknown fields by name', () => {
    const written = {
      idempotencyKey: ' ',
      changes: [
        { op: 'put', item: { type: 'party', kind: 'team', id: 'a', name: '', bufer: 1 } },
        { op: 'patch', type: 'party', id: 'a', fields: {}, expectedVersion: -1 },
      ],
    };
    const found = commitSchema.safeParse(written);
    expect(detailsOf(found.error!, written).map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining([
        'idempotencyKey',
        'changes.0.item.name',
        'changes.0.item.bufer',
        'changes.1.expectedVersion',
      ]),
    );
  });

  test('says what may stand where one of a few things must', () => {
    const change = (op: string, item: object) => ({ idempotencyKey: 'k', changes: [{ op, item }] });
    expect([
      ...mistakesIn(rippleRequestSchema, { disruptions: [{ party: 'a', kind: 'boo' }, { party: 'a' }] }),
      ...mistakesIn(commitSchema, change('putt', {})),
      ...mistakesIn(commitSchema, change('put', { type: 'team' })),
      ...mistakesIn(commitSchema, change('put', { type: 'party', kind: 5 })),
    ]).toEqual([
      'disruptions.0.kind: is "boo"; write one of delay, defect',
      'disruptions.1.kind: is missing; write one of delay, defect',
      'changes.0.op: is "putt"; did you mean "put"?',
      'changes.0.item.type: is "team"; write one of map, party, link, statement',
      'changes.0.item.kind: is 5; write one of team, external-customer, supplier',
    ]);
  });

  test('counts as the limit counts: entries of lists, and in text code points', () => {
    const named = (name: string) => ({
      idempotencyKey: '',
      changes: [{ op: 'put', item: { type: 'party', kind: 'team', id: 'a', name } }],
    });
    expect([
      ...mistakesIn(rippleRequestSchema, { disruptions: [] }),
      ...mistakesIn(commitSchema, { ...named('🙂'.repeat(200)) }),
      ...mistakesIn(commitSchema, named('🙂'.repeat(201))),
    ]).toEqual([
      'disruptions: has 0 entries; write at least 1',
      'idempotencyKey: is empty; write something',
      'idempotencyKey: is empty; write something',
      'changes.0.item.name: has 201 characters; write at most 200',
    ]);
  });

  test('is told of an address in the words of what it asks', () => {
    expect([
      ...mistakesIn(routes.weakLinks.query, { top: '5000', minutes: '9999999' }),
      ...mistakesIn(routes.tolerance.query, {}),
    ]).toEqual([
      'minutes: is "9999999"; write at most 5256000 minutes',
      'top: is "5000"; write at most 1000',
      'customer: is missing; write text',
    ]);
  });

  test('names a field of a patch that JavaScript would take for its ancestry as it stands', () => {
    const text =
      '{"idempotencyKey":"k","changes":[{"op":"patch","type":"party","id":"a","fields":{"__proto__":1}}]}';
    const { data } = commitSchema.safeParse(JSON.parse(text));
    expect(JSON.stringify(data)).toBe(text);
  });

  test('is never told in the words of the library', () => {
    const taken = Object.values<Route>(routes).flatMap(({ body, query }) =>
      [body, query].filter((each) => !!each),
    );
    const words = fc.constantFrom(
      'put',
      'patch',
      'remove',
      'map',
      'party',
      'link',
      'statement',
      'delay',
      'team',
      '',
    );
    const json = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        words,
        fc.constantFrom(null, true, -1, 0.5, 1e12, 'x'.repeat(3_000)),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fields, tie('any'), { maxKeys: 6 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.constantFrom(...taken), json, (schema, written) => {
        for (const mistake of mistakesIn(schema, written)) {
          expect(mistake.split(': ').at(-1)).not.toMatch(
            /invalid|expected|unrecognized|optional|too (big|small)/i,
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
