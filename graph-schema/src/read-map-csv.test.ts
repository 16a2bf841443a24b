import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyMapContent } from '../../tests/support/any-map.js';
import type { MapContent } from './map-content.js';
import type { Party } from './party.js';
import { inWords } from './problem.js';
import { readMapCsv } from './read-map-csv.js';
import { writeMapCsv, writePartiesCsv } from './write-map-csv.js';

const lines = (...rows: string[]): string => rows.join('\n');

const read = (text: string, parties?: string) =>
  readMapCsv(text, { mapId: 'm', mapName: 'links', ...(parties !== undefined && { parties }) });

function contentOf(text: string, parties?: string): MapContent {
  const reading = read(text, parties);
  if ('content' in reading) return reading.content;
  throw new Error(reading.problems.map(inWords).join('\n'));
}

function mistakesIn(text: string, parties?: string): string[] {
  const reading = read(text, parties);
  return 'problems' in reading ? reading.problems.map(inWords) : [];
}

describe('A table of links', () => {
  test('makes teams of who provides, and external customers of the others', () => {
    const { parties } = contentOf(lines('provider,customer', 'Bakery,Kitchen', 'Kitchen,Guests'));
    expect(parties.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ['Bakery', 'Bakery', 'team'],
      ['Kitchen', 'Kitchen', 'team'],
      ['Guests', 'Guests', 'external-customer'],
    ]);
  });

  test('may have semicolons or tabs between its cells, as some spreadsheets write them', () => {
    for (const mark of [';', '\t']) {
      const { links } = contentOf(
        lines('provider|customer|output', 'Bakery|Kitchen|bread, still warm').replaceAll('|', mark),
      );
      expect(links).toMatchObject([{ provider: 'Bakery', customer: 'Kitchen', output: 'bread, still warm' }]);
    }
  });

  test('may say chances in percent, as spreadsheets show them', () => {
    const { statements } = contentOf(
      lines('provider,customer,defectPass', 'A,B,20%', 'B,C,12.5 %', 'C,D,0.3'),
    );
    expect(statements.map(({ defectPass }) => defectPass)).toEqual([0.2, 0.125, 0.3]);
    expect(mistakesIn(lines('provider,customer,defectPass', 'A,B,120%'))).toEqual([
      'line 2: defectPass: is 1.2; write at most 1',
    ]);
  });

  test('may spell its headings otherwise, below the line in which a spreadsheet tells the mark between cells', () => {
    const { links } = contentOf(
      lines('sep=;', 'Provider;CUSTOMER;Lead time;Output', 'Bakery;Kitchen;1h;bread'),
    );
    expect(links).toMatchObject([{ provider: 'Bakery', customer: 'Kitchen', leadTime: 60, output: 'bread' }]);
    expect(mistakesIn(lines('provider,Provider,customer', 'A,B,C'))).toContainEqual(
      expect.stringContaining('the header has "provider" twice'),
    );
  });

  test('numbers its links by their rows, blank ones aside, padded to the width of their count', () => {
    const rows = Array.from({ length: 10 }, () => 'A,B');
    const { links } = contentOf(lines('provider,customer', ...rows.slice(0, 5), '', ...rows.slice(5), ''));
    expect(links.map(({ id }) => id)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']);
  });

  test('may have its columns in any order, and takes slack and defectPass as the provider’s', () => {
    const { links, statements } = contentOf(
      lines('slack,customer,defectPass,provider,leadTime,dependence', '30m,B,0.5,A,PT1H,helpful', ',B,,A,,'),
    );
    expect(links[0]).toMatchObject({ provider: 'A', customer: 'B', leadTime: 60, dependence: 'helpful' });
    expect(statements).toEqual([
      { type: 'statement', id: '1/provider', link: '1', side: 'provider', slack: 30, defectPass: 0.5 },
    ]);
  });

  test('takes names exactly as they are, blanks and quotes and line breaks included', () => {
    const { parties } = contentOf('provider,customer\r\n" A ","say ""B""\nhere"\r\n');
    expect(parties.map(({ id }) => id)).toEqual([' A ', 'say "B"\nhere']);
  });

  test('is completed by a table of parties, by id or exact name', () => {
    const { parties, links } = contentOf(
      lines('provider,customer', 'Bakery,k', 'k,Guests'),
      lines(
        'name,id,kind,buffer,weight,feltAs',
        'Kitchen,k,,15,,',
        'Guests,,,,3,wait',
        'Mill,,supplier,1h,,',
      ),
    );
    expect(parties).toEqual([
      { type: 'party', id: 'k', name: 'Kitchen', kind: 'team', buffer: 15 },
      { type: 'party', id: 'Guests', name: 'Guests', kind: 'external-customer', weight: 3, feltAs: 'wait' },
      { type: 'party', id: 'Mill', name: 'Mill', kind: 'supplier', buffer: 60 },
      { type: 'party', id: 'Bakery', name: 'Bakery', kind: 'team' },
    ]);
    expect(links[0]).toMatchObject({ provider: 'Bakery', customer: 'k' });
  });

  test('is told all its mistakes with their lines', () => {
    expect(
      mistakesIn(
        lines(
          'provider,customer,slack,dependence,defectPass',
          'A,B,soon,bloking,half',
          '"x\ny",z',
          ',B',
          'A,A',
          'A,B,1,blocking,0.1,6',
        ),
        lines('name,kind,weight', 'A,team,2', 'A,team,'),
      ),
    ).toEqual([
      'line 2: slack: is "soon"; write a duration such as 30m, 2h, 1d, 1w or 1h30m, or whole minutes',
      'line 2: dependence: is "bloking"; did you mean "blocking"?',
      'line 2: defectPass: is "half"; write a number with a point, such as 0.5 or 50%',
      'line 2: parties.weight: is for other kinds of parties; "A" is of kind team',
      'line 3: parties.id: "A" is used twice; keep one row',
      'line 5: provider: is missing; write the name of a party',
      'line 6: customer: is the provider itself; a party cannot be its own customer',
      'line 7: has 6 cells, the header 5; put quotes around a cell that holds a comma',
    ]);
  });

  test('says where cards stand in the free view, by both measures or by none', () => {
    const places = lines('name,x,y', 'A,-120.5,40', 'B,,');
    expect(contentOf('provider,customer\nA,B', places).parties).toMatchObject([
      { id: 'A', position: { x: -120.5, y: 40 } },
      { id: 'B' },
    ]);
    expect(mistakesIn('provider,customer\nA,B', lines('name,x,y', 'A,3,', 'B,left,2'))).toEqual([
      'line 2: parties.y: is missing; write x and y, or neither',
      'line 3: parties.x: is "left"; write a number with a point, such as 0.5',
    ]);
  });

  test('is told where a chance is none', () => {
    expect(
      mistakesIn(
        lines('provider,customer,defectPass', 'A,B,1.2', 'A,C,-0.1', 'B,C,1'),
        lines('name,kind,catchRate', 'A,team,2'),
      ),
    ).toEqual([
      'line 2: parties.catchRate: is 2; write at most 1',
      'line 2: defectPass: is 1.2; write at most 1',
      'line 3: defectPass: is -0.1; write at least 0',
    ]);
  });

  test('is told of a column that it cannot have, and of its rows as well', () => {
    expect(
      mistakesIn(
        lines(
          'provider,customer,alternativeGroup,switchTime,colour',
          'A,A,,,red',
          ',B,,,',
          'A,B,g,,',
          'A,C,,5m,',
        ),
      ),
    ).toEqual([
      expect.stringContaining('line 1: the header has "colour", which is no column'),
      expect.stringContaining('line 2: customer: is the provider itself'),
      expect.stringContaining('line 3: provider: is missing'),
      expect.stringContaining('line 4: alternativeGroup: group "g" into "B" has one link'),
      expect.stringContaining('line 5: switchTime: needs an alternativeGroup'),
    ]);
  });

  test.each(['B,C,g,soon', ',C,g,5m', 'B,,g,5m', `B,C,${'g'.repeat(201)},5m`])(
    'a row with a mistake makes no second one of its group: %s',
    (row) => {
      expect(mistakesIn(lines('provider,customer,alternativeGroup,switchTime', 'A,C,g,', row))).toHaveLength(
        1,
      );
    },
  );

  test.each([
    ['A,B', 'the header needs provider and customer'],
    ['provider,custmer', 'did you mean "customer"?'],
    ['provider,customer,provider', 'twice'],
    ['Providers,customer', 'did you mean "provider"?'],
  ])('the header "%s" is refused', (header, sentence) => {
    expect(mistakesIn(lines(header, 'A,B,C')).join('\n')).toContain(sentence);
  });

  test('an empty table is told what to begin with', () => {
    expect(mistakesIn('')).toEqual([
      'line 1: is empty; begin with a header such as provider,customer,output,slack',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('a heading %s is no column', (heading) => {
    const mistakes = mistakesIn(lines(`provider,customer,${heading}`, 'A,B,c'));
    expect(mistakes).toEqual([expect.stringContaining(`the header has "${heading}", which is no column`)]);
  });

  test('of more columns than a table has is told how many, and nothing of each', () => {
    expect(mistakesIn(','.repeat(1_000_000))).toEqual([
      'line 1: the header has 1000001 columns; keep at most 1000',
    ]);
  });

  test('of more rows than the limits allow is told so', () => {
    const limits = { parties: 9, links: 1, characters: 1_000 };
    expect(
      readMapCsv(lines('provider,customer', 'A,B', 'B,C'), { mapId: 'm', mapName: 'm', limits }),
    ).toMatchObject({
      problems: [{ code: 'MAP_TOO_LARGE', path: ['links'] }],
    });
  });
  test('of more rows than are read is told no number of parties that it does not have', () => {
    const tooMany = (text: string, limits: { parties: number; links: number }, parties?: string) => {
      const options = { mapId: 'm', mapName: 'm', limits: { ...limits, characters: 1_000 } };
      const reading = readMapCsv(text, { ...options, ...(parties !== undefined && { parties }) });
      return 'problems' in reading
        ? reading.problems.map(({ path, message }) => `${path.join()} ${message}`)
        : [];
    };
    const links = lines('provider,customer', 'A,B', 'C,D', 'E,F', 'G,H');
    expect(tooMany(links, { parties: 3, links: 4 })).toEqual(['parties are 8; a map may have at most 3']);
    expect(tooMany(links, { parties: 3, links: 2 })).toEqual([
      'links are 4; a map may have at most 2',
      'parties are 4 or more; a map may have at most 3',
    ]);
    const parties = lines('name', 'A', 'B', 'C', 'D', 'E');
    expect(tooMany(links, { parties: 3, links: 4 }, parties)).toEqual([
      'parties are 5; a map may have at most 3',
    ]);
  });
});

/** An empty cell is one that was not written. */
function asATableHolds(party: Party): object {
  const fields = Object.entries(party).filter(([, value]) => value !== '');
  return Object.fromEntries(fields);
}

describe('A map written as two tables', () => {
  test('keeps a spreadsheet from running what people wrote', () => {
    const content = contentOf(lines('provider,customer,output', '=cmd(),B,"@SUM(1,2)"'));
    expect(writeMapCsv(content)).toContain(`"'=cmd()",B,"'@SUM(1,2)"`);
  });

  test('reads back as the same parties and links, hostile text included', () => {
    fc.assert(
      fc.property(anyMapContent, (content) => {
        const back = contentOf(writeMapCsv(content), writePartiesCsv(content));
        expect(back.parties).toEqual(content.parties.map(asATableHolds));
        expect(back.links.map(({ provider, customer, output }) => [provider, customer, output])).toEqual(
          content.links.map(({ provider, customer, output }) => [provider, customer, output]),
        );
      }),
    );
  });
});
