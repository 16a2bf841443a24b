import { describe, expect, test } from '@jest/globals';
import { commitSchema } from './change.js';
import { errors } from './error-code.js';
import { DownstreamError, detailsOf, inWords } from './problem.js';

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
});
