import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJsonDocument } from './json-document.js';
import { parseMapFileDocument, type DocumentPath, type MapFileDocument } from './map-file-document.js';
import type { ProblemDetail } from './problem.js';
import { parseYamlDocument } from './yaml-document.js';
import { parseYamlInPieces } from './yaml-in-pieces.js';

type Reading = MapFileDocument | { problems: ProblemDetail[] } | undefined;

/** Every path to a value, those of the value itself included. */
function pathsIn(value: unknown, path: DocumentPath = []): DocumentPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const inside = keys.flatMap((key) =>
    pathsIn((value as Record<string | number, unknown>)[key], [...path, key]),
  );
  return [path, ...inside];
}

/** All that a reading tells: the value, its slips, and the line of everything below the outermost fields. */
function told(reading: Reading) {
  if (!reading || 'problems' in reading) return reading;
  const { value, slips, lineOf } = reading;
  const lines = pathsIn(value)
    .filter(({ length }) => length > 0)
    .map((path) => [path.join('.'), lineOf(path)]);
  return { value, slips: [...slips].sort((a, b) => a.line! - b.line!), lines };
}

const piecewise = (text: string) => told(parseYamlInPieces(text, 1));
const atOnce = (text: string) => told(parseYamlDocument(text));

const plain = [
  'map: Hotel # ours',
  'parties:',
  '  # who is there',
  '  - name: Laundry',
  '    purpose: |',
  '      Clean sheets,',
  '      - and towels',
  '',
  '  - {name: Guests,',
  '     kind: external-customer}',
  '  -',
  '    name: "Front',
  '      desk"',
  'links:   # who serves whom',
  '',
  '- provider: Laundry',
  '  customer: Guests',
  '  expectation: {slack: 10m, text: fresh}',
  '- provider: Front desk',
  '  customer: Guests',
  'mission: Rest',
];

describe('A YAML text in pieces', () => {
  test('is read as at once, with the same lines', () => {
    expect(piecewise(plain.join('\n'))).toEqual(atOnce(plain.join('\n')));
    expect(piecewise(plain.join('\r\n'))).toEqual(atOnce(plain.join('\r\n')));
    expect(piecewise(`---\n${plain.join('\n')}\n...\n`)).toEqual(atOnce(`---\n${plain.join('\n')}\n...\n`));
  });

  test('tells the same slips, tags and fields that are written twice, and keeps aliases apart', () => {
    const slips = plain
      .join('\n')
      .replace('fresh', '*word')
      .replace('10m', '!!word 10m')
      .replace('  customer: Guests', '  provider: Guests');
    expect(piecewise(`${slips}\nmission: Again`)).toEqual(atOnce(`${slips}\nmission: Again`));
    expect(piecewise(slips)).toMatchObject({ slips: [{ line: 17 }, { line: 18 }] });
  });

  test('tells each entry that cannot be read, at its line', () => {
    const broken = plain.join('\n').replace('fresh}', '').replace('kind: external-customer}', 'kind: [');
    const reading = parseYamlInPieces(broken, 1);
    const lines = reading && 'problems' in reading ? reading.problems.map(({ line }) => line) : [];
    expect(new Set(lines)).toEqual(new Set([11, 18]));
  });

  test('is left to the other reader where a list is not written plainly', () => {
    for (const text of [
      'links: [1, 2]',
      'links: &all\n  - a',
      'links:\n  - a\nlinks:\n  - b',
      '"links":\n- a',
      'x: 1',
    ]) {
      expect(parseYamlInPieces(text, 1)).toBeUndefined();
    }
  });

  test('never differs from the text read at once, where that can be read', () => {
    const line = fc.constantFrom(
      ...plain,
      '- a',
      '  - b: 1',
      '    c: 2',
      'parties:',
      '# x',
      '',
      '|',
      '---',
      '   d',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const whole = atOnce(lines.join('\n'));
        const pieces = piecewise(lines.join('\n'));
        if (!pieces) return;
        if (whole && 'value' in whole) expect(pieces).toEqual(whole);
        else expect(pieces).toHaveProperty('problems');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('A JSON text', () => {
  test('is read as YAML reads it, with the same lines', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            map: fc.string(),
            parties: fc.array(fc.jsonValue({ maxDepth: 3 })),
            links: fc.array(fc.jsonValue({ maxDepth: 3 })),
          },
          { requiredKeys: [] },
        ),
        fc.constantFrom(0, 1, '\t'),
        (file, indent) => {
          const text = JSON.stringify(file, null, indent);
          fc.pre(!text.includes('__proto__'));
          expect(told(parseJsonDocument(text))).toEqual(atOnce(text));
        },
      ),
    );
  });

  test('is left to YAML where it is no JSON, nests deeply, or has a field twice', () => {
    const deep = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    for (const text of ['{a: 1}', '{"a":1,"a":2}', '{"a":[{"b":1,"\\u0062":2}]}', deep, '{"a":', '[1]']) {
      expect(parseJsonDocument(text)).toBeUndefined();
    }
  });
});

describe('A text too long to be read at one go', () => {
  const problemsOf = (text: string) => {
    const reading = parseMapFileDocument(text);
    return 'problems' in reading ? reading.problems : [];
  };

  test('is told how to write it', () => {
    expect(problemsOf('- nothing: of a map\n'.repeat(250_000))).toEqual([
      expect.objectContaining({
        line: 1,
        message: expect.stringContaining('write parties and links as lists'),
      }),
    ]);
  });

  test('is told where it stops being JSON', () => {
    const entries = '  {"name": "Team"},\n'.repeat(250_000);
    expect(problemsOf(`{"parties": [\n${entries}`)).toMatchObject([{ line: 250_001 }]);
    expect(problemsOf(`{"parties": [\n{"name": 1 2},\n${entries}]}`)).toMatchObject([{ line: 2 }]);
  });
});
