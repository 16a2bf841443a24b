import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MapContent } from './map-content.js';
import { inWords } from './problem.js';
import { readMapFile, type MapFileOptions } from './read-map-file.js';

const read = (text: string, options: Partial<MapFileOptions> = {}) =>
  readMapFile(text, { mapId: 'm', ...options });

function contentOf(text: string): MapContent {
  const reading = read(text);
  if ('content' in reading) return reading.content;
  throw new Error(reading.problems.map(inWords).join('\n'));
}

function mistakesIn(text: string, options: Partial<MapFileOptions> = {}): string[] {
  const reading = read(text, options);
  return 'problems' in reading ? reading.problems.map(inWords) : [];
}

const file = (...lines: string[]): string => ['map: Hotel', ...lines].join('\n');

describe('A map file that is right', () => {
  test('needs no more than a name', () => {
    expect(contentOf('map: Hotel')).toEqual({
      map: { type: 'map', id: 'm', name: 'Hotel' },
      parties: [],
      links: [],
      statements: [],
    });
  });

  test('gives a party its name as id, and a link its place padded to the width of the count', () => {
    const links = Array.from({ length: 12 }, () => '  - {provider: Laundry, customer: Guests}');
    const content = contentOf(
      file(
        'parties:',
        '  - name: Laundry',
        '  - {name: Guests, kind: external-customer}',
        'links:',
        ...links,
      ),
    );
    expect(content.parties.map(({ id, kind }) => [id, kind])).toEqual([
      ['Laundry', 'team'],
      ['Guests', 'external-customer'],
    ]);
    expect(content.links.map(({ id }) => id).slice(8, 10)).toEqual(['09', '10']);
    expect(content.links[0]).toEqual({
      type: 'link',
      id: '01',
      provider: 'Laundry',
      customer: 'Guests',
      output: '',
      handshake: 'declared',
    });
  });

  test('finds parties by id before it finds them by name', () => {
    const { links } = contentOf(
      file(
        'parties:',
        '  - {id: Linen, name: Laundry}',
        '  - {id: store, name: Linen}',
        '  - name: Desk',
        'links:',
      ).concat('\n  - {provider: Linen, customer: Desk}\n  - {provider: Laundry, customer: store}'),
    );
    expect(links.map(({ provider, customer }) => [provider, customer])).toEqual([
      ['Linen', 'Desk'],
      ['Linen', 'store'],
    ]);
  });

  test('takes numbers on a link as the provider’s, joined with what the commitment says', () => {
    const { statements } = contentOf(
      file(
        'parties: [{name: A}, {name: B}]',
        'links:',
        '  - provider: A',
        '    customer: B',
        '    slack: 10m',
      ).concat(
        '\n    expectation: {text: Early, slack: 5m}\n    commitment: {text: In time, defectPass: 0.2}',
      ),
    );
    expect(statements).toEqual([
      { type: 'statement', id: '1/customer', link: '1', side: 'customer', text: 'Early', slack: 5 },
      {
        type: 'statement',
        id: '1/provider',
        link: '1',
        side: 'provider',
        text: 'In time',
        slack: 10,
        defectPass: 0.2,
      },
    ]);
  });

  test('counts days and weeks as long as it says', () => {
    const { map, parties } = contentOf(
      file(
        'dayLength: 10h',
        'weekLength: 6d',
        'parties:',
        '  - {name: A, buffer: 1w}',
        '  - {name: B, buffer: P1D}',
      ),
    );
    expect(map).toMatchObject({ dayLength: 600, weekLength: 3600 });
    expect(parties).toMatchObject([{ buffer: 3600 }, { buffer: 600 }]);
  });

  test('may be JSON, indented with tabs', () => {
    const text = JSON.stringify({ map: 'Hotel', parties: [{ name: 'Desk \u2028 "1"' }] }, null, '\t');
    expect(contentOf(text).parties[0]?.name).toBe('Desk \u2028 "1"');
  });

  test('takes a field left blank as not written', () => {
    expect(contentOf(file('mission:', 'parties:', '  - name: A', '    purpose:')).parties[0]).toEqual({
      type: 'party',
      id: 'A',
      name: 'A',
      kind: 'team',
    });
  });
});

describe('A map file with mistakes', () => {
  test('is told all of them at once, each with its line, what was found and what would be right', () => {
    expect(
      mistakesIn(
        [
          'map: 747',
          'mision: Sleep',
          'parties:',
          '  - name: Laundry',
          '    bufer: 10m',
          '    catchRate: 50%',
          '  - {name: Guests, kind: external-customr}',
          '  - {name: Visitors, kind: external-customer, buffer: 1h}',
          'links:',
          '  - provider: Laundrey',
          '    customer: Guests',
          '    slack: soon',
          '  - {provider: Visitors, customer: Visitors}',
        ].join('\n'),
      ),
    ).toEqual([
      'line 1: map: is 747; write text, in quotes if it looks like something else',
      'line 2: mision: is not a field of a map file; did you mean "mission"?',
      'line 5: parties.0.bufer: is not a field of a team; did you mean "buffer"?',
      'line 6: parties.0.catchRate: is "50%"; write a number',
      'line 7: parties.1.kind: is "external-customr"; did you mean "external-customer"?',
      'line 8: parties.2.buffer: is not a field of an external customer; it may have id, name, kind, purpose, group, weight, feltAs, position',
      'line 10: links.0.provider: no party is called "Laundrey"; did you mean "Laundry"?',
      'line 12: links.0.slack: is "soon"; write a duration such as 30m, 2h, 1d, 1w or 1h30m, or whole minutes',
      'line 13: links.1.customer: is the provider itself; a party cannot be its own customer',
      'line 13: links.1.provider: "Visitors" is an external customer and provides nothing onward',
    ]);
  });

  test.each([
    [
      'a supplier who depends',
      'parties: [{name: A}, {name: S, kind: supplier}]',
      '{provider: A, customer: S}',
      'is a supplier and depends on no one here',
    ],
    [
      'a group of one',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, alternativeGroup: g}',
      'a substitute needs at least two',
    ],
    [
      'a switch time without a group',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, switchTime: 5}',
      'needs an alternativeGroup',
    ],
    [
      'a number on the link and in the commitment',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, slack: 1, commitment: {slack: 2}}',
      'is written here and in the commitment',
    ],
    [
      'an ambiguous name',
      'parties: [{name: A}, {id: x, name: B}, {id: y, name: B}]',
      '{provider: A, customer: B}',
      'write the id: x, y',
    ],
    [
      'a misspelled field of a statement',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, expectation: {slak: 3}}',
      'is not a field of a statement; did you mean "slack"?',
    ],
    [
      'a negative number',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, slack: -3}',
      'is -3; write at least 0',
    ],
    [
      'a huge duration',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, leadTime: 99999w}',
      'write at most 87600 hours',
    ],
    [
      'a chance above one',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, defectPass: 1.5}',
      'is 1.5; write at most 1',
    ],
    [
      'a duplicate id',
      'parties: [{name: A}, {name: B}]',
      '{id: l, provider: A, customer: B}\n  - {id: l, provider: B, customer: A}',
      'line 5: links.1.id: "l" is used twice',
    ],
    [
      'a field written twice',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, provider: B, customer: B}',
      'is written twice, first on line 4',
    ],
    [
      'a prototype',
      'parties: [{name: A}, {name: B}]',
      '{provider: A, customer: B, __proto__: {slack: 1}}',
      'is not a field of a link',
    ],
    [
      'an alias',
      'parties: [&a {name: A}, *a]',
      '{provider: A, customer: A}',
      'is an alias (*name); write the value out',
    ],
    [
      'a tag',
      'parties: [{name: !!set A}, {name: B}]',
      '{provider: A, customer: B}',
      'write the value without a tag',
    ],
  ])('%s', (_, parties, link, sentence) => {
    expect(mistakesIn(file(parties, 'links:', `  - ${link}`)).join('\n')).toContain(sentence);
  });

  test('two parties of one name without ids are told at the second', () => {
    expect(mistakesIn(file('parties:', '  - name: Desk', '  - name: Desk'))).toEqual([
      'line 4: parties.1.id: "Desk" is used twice; give one of them another id',
    ]);
  });

  test('a link with a mistake makes no further ones of its group', () => {
    const mistakes = mistakesIn(
      file(
        'parties: [{name: A}, {name: B}, {name: C}]',
        'links:',
        '  - {provider: A, customer: C, alternativeGroup: g}',
      ).concat('\n  - {provider: Bee, customer: C, alternativeGroup: g, switchTime: 5}'),
    );
    expect(mistakes).toHaveLength(1);
  });

  test.each([
    ['nothing', '', 'is empty'],
    ['a comment only', '# later', 'is empty'],
    ['a list', '- a', 'is no map file'],
    ['text', 'hello', 'is no map file'],
    ['parties that are no list', 'map: x\nparties: {a: 1}', 'line 2: parties: is no list'],
    ['tabs as indentation', 'map: x\nparties:\n\t- name: A', 'line 3: is indented with a tab; use spaces'],
    ['an open quote', 'map: "x', 'line 1: cannot be read'],
    ['a second document', 'map: x\n---\nmap: y', 'a file holds one map'],
    ['brackets 10,000 deep', `map: ${'['.repeat(10_000)}`, 'line 1: nests too deeply'],
    ['JSON 10,000 deep', '{"map":'.repeat(10_000), 'line 1: nests too deeply'],
    ['dashes 10,000 deep', `map:\n  ${'- '.repeat(10_000)}`, 'line 2: nests too deeply'],
  ])('%s', (_, text, sentence) => {
    expect(mistakesIn(text).join('\n')).toContain(sentence);
  });

  test('an alias bomb is refused without being blown up', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level++) {
      const [name, before] = [String.fromCharCode(97 + level), String.fromCharCode(96 + level)];
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
    }
    expect(mistakesIn(file(...bomb)).join('\n')).toContain('b: is not a field of a map file');
    expect(mistakesIn(file(...bomb, 'links: *j'))).toContain(
      'line 12: links: is an alias (*name); write the value out',
    );
  });

  test('ten thousand mistakes are counted after the first thousand', () => {
    const mistakes = mistakesIn(file('parties:', ...Array.from({ length: 2_000 }, () => '  - {}')));
    expect(mistakes).toHaveLength(1_001);
    expect(mistakes.at(-1)).toBe('and 1000 more problems after these');
  });

  test('more than the limits is told as too large, before it is read', () => {
    const limits = { parties: 1, links: 1, characters: 100 };
    expect(read(file('parties: [{name: A}, {name: B}]'), { limits })).toMatchObject({
      problems: [{ code: 'MAP_TOO_LARGE', path: ['parties'], line: 2 }],
    });
    expect(read('x'.repeat(101), { limits })).toMatchObject({ problems: [{ code: 'MAP_TOO_LARGE' }] });
  });
});

describe('What one mistake hides of the others', () => {
  const four = 'parties: [{name: A}, {name: B}, {name: C}, {name: Guests, kind: external-customer}]';
  const links = (...entries: string[]) =>
    mistakesIn(file(four, 'links:', ...entries.map((entry) => `  - {${entry}}`)));

  test.each([
    [
      'a switch time without a group, beside another link that has a mistake and no group',
      ['provider: A, customer: B, switchTime: 10m', 'provider: A, customer: Nobody'],
      ['line 4: links.0.switchTime: needs', 'line 5: links.1.customer: no party'],
    ],
    [
      'a group of one, beside another customer’s group of the same name',
      [
        'provider: A, customer: B, alternativeGroup: g',
        'provider: A, customer: C, alternativeGroup: g, slack: soon',
        'provider: B, customer: C, alternativeGroup: g, switchTime: 5m',
      ],
      [
        'line 4: links.0.alternativeGroup: group "g" into "B" has one link',
        'line 5: links.1.slack: is "soon"',
      ],
    ],
    [
      'two primaries, one of which has a mistake of its own',
      [
        'provider: A, customer: C, alternativeGroup: g',
        'provider: B, customer: C, alternativeGroup: g, slack: soon',
      ],
      ['line 4: links.0.switchTime: group "g" into "C" has 2 links', 'line 5: links.1.slack: is "soon"'],
    ],
  ])('nothing: %s', (_, entries, sentences) => {
    const mistakes = links(...entries);
    expect(mistakes).toEqual(sentences.map((sentence) => expect.stringContaining(sentence)));
  });

  test.each([
    ['whose group is misspelled', 'provider: B, customer: C, alternativGroup: g, switchTime: 5m'],
    ['whose switch time is misspelled', 'provider: B, customer: C, alternativeGroup: g, switchTim: 5m'],
    ['whose switch time is none', 'provider: B, customer: C, alternativeGroup: g, switchTime: soon'],
    ['whose group is none', 'provider: B, customer: C, alternativeGroup: 7, switchTime: 5m'],
    ['whose customer is unknown', 'provider: B, customer: Sea, alternativeGroup: g, switchTime: 5m'],
  ])('a link %s makes no second mistake of its group', (_, entry) => {
    expect(links('provider: A, customer: C, alternativeGroup: g', entry)).toHaveLength(1);
  });

  test('a list of parties that is none, beside links that then name nobody', () => {
    expect(mistakesIn(file('parties: 5', 'links:', '  - {provider: A, customer: B}'))).toEqual([
      'line 2: parties: is no list; begin each entry with "- "',
    ]);
  });

  test('a day of no length, beside other settings that are wrong', () => {
    expect(mistakesIn('map: 2024\ndayLength: 0\nweekLength: 1y\nmision: x')).toHaveLength(4);
  });

  test('an alias is told once, where it stands', () => {
    expect(mistakesIn(file('parties:', '  - &a {name: A}', '  - {<<: *a, name: B}', '  - *a'))).toEqual([
      'line 4: parties.1.<<: is an alias (*name); write the value out',
      'line 5: parties.2: is an alias (*name); write the value out',
    ]);
  });

  test('a tag is told beside what else is wrong', () => {
    expect(mistakesIn('map: !!js/function "x"\nparties: {a: 1}\nlinks: {a: 1}')).toEqual([
      'line 1: has the tag js/function; write the value without a tag',
      'line 2: parties: is no list; begin each entry with "- "',
      'line 3: links: is no list; begin each entry with "- "',
    ]);
  });
});

/** A right file, a field a line, and one mistake that each of its lines may have, by itself. */
const linesWithMistakes: [right: string, wrong: string][] = [
  ['map: Hotel', 'map: 747'],
  ['mission: Rest', 'mision: Rest'],
  ['dayLength: 8h', 'dayLength: 0'],
  ['weekLength: 5d', 'weekLength: 1y'],
  ['parties:', 'parties:'],
  ['  - name: Mill', '  - name: Mill'],
  ['    kind: supplier', '    kind: suplier'],
  ['    buffer: 1d', '    buffer: 99999w'],
  ['  - name: Bakery', '  - name: Bakery'],
  ['    catchRate: 0.5', '    catchRate: 50%'],
  ['    purpose: bread', '    purpose: [bread]'],
  ['    group: Kitchen', '    weight: 3'],
  ['  - name: Laundry', '  - name: Laundry'],
  ['    buffer: 1h', '    buffer: !!hours 1h'],
  ['  - name: Desk', '  - name: Desk'],
  ['    buffer: 1h', '    bufer: 1h'],
  ['  - {name: Guests, kind: external-customer}', '  - {name: Guests, kind: external-customer, buffer: 1}'],
  ['links:', 'links:'],
  ['  - provider: Mill', '  - provider: Mil'],
  ['    customer: Bakery', '    customer: *bakery'],
  ['    output: flour', '    output: 5'],
  ['    slack: 2h', '    slack: soon'],
  ['  - provider: Bakery', '  - provider: Bakery'],
  ['    customer: Desk', '    customer: Bakery'],
  ['    dependence: helpful', '    dependence: hard'],
  ['  - provider: Laundry', '  - provider: Laundry'],
  ['    customer: Guests', '    customer: Guests'],
  ['    alternativeGroup: linen', '    alternativeGroup: line'],
  ['  - provider: Desk', '  - provider: Guests'],
  ['    customer: Guests', '    customer: Guests'],
  ['    alternativeGroup: linen', '    alternativeGroup: linen'],
  ['    switchTime: 30m', '    switchTime: 30m'],
  ['  - provider: Desk', '  - provider: Desk'],
  ['    customer: Guests', '    customer: Desk'],
  ['    leadTime: 5m', '    switchTime: 5m'],
  ['    commitment: {text: soon, slack: 5m}', '    commitment: {text: soon, slack: -5}'],
  ['    expectation: {slack: 5m}', '    expectation: {slak: 5m}'],
];

test('As many mistakes as a file has by themselves are told, whichever come together', () => {
  const isWrong = ([right, wrong]: [string, string]) => right !== wrong;
  const places = [...linesWithMistakes.keys()].filter((place) => isWrong(linesWithMistakes[place]!));
  const written = (wrong: readonly number[]) =>
    linesWithMistakes.map((line, place) => line[wrong.includes(place) ? 1 : 0]).join('\n');
  expect(mistakesIn(written([]))).toEqual([]);
  const alone = new Map(places.map((place) => [place, mistakesIn(written([place])).length]));
  fc.assert(
    fc.property(fc.subarray(places), (wrong) => {
      const expected = wrong.reduce((sum, place) => sum + alone.get(place)!, 0);
      expect(mistakesIn(written(wrong))).toHaveLength(expected);
    }),
    { numRuns: 500 },
  );
});

test('An entry that has one mistake still tells of its others', () => {
  expect(
    mistakesIn(
      file(
        'parties:',
        '  - {name: Laundry, kind: teem, buffer: 99999w}',
        '  - {name: Guests, kind: external-customer}',
        'links:',
        '  - {provider: Laundry, customer: Guests, dependence: hard, slack: 99999w, commitment: {slack: 5}}',
        '  - {provider: Laundry, customer: Guests, handshake: firm, expectation: {slack: 99999w}}',
      ),
    ),
  ).toEqual([
    'line 3: parties.0.kind: is "teem"; did you mean "team"?',
    'line 3: parties.0.buffer: is "99999w"; write at most 87600 hours',
    'line 6: links.0.dependence: is "hard"; write one of blocking, helpful',
    'line 6: links.0.slack: is "99999w"; write at most 87600 hours',
    'line 6: links.0.slack: is written here and in the commitment; keep one',
    'line 7: links.1.handshake: is "firm"; write one of declared, confirmed, adjusted, disputed',
    'line 7: links.1.expectation.slack: is "99999w"; write at most 87600 hours',
  ]);
});
