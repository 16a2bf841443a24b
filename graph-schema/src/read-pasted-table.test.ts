import { describe, expect, test } from '@jest/globals';
import { readPastedTable } from './read-pasted-table.js';

const pasted = (...lines: string[]): string => lines.join('\n');

describe('A table pasted from a spreadsheet', () => {
  test('with headings takes the columns in any order and any case, and names those it does not know', () => {
    const table = readPastedTable(pasted('Slack\tCustomer\tProvider\tOwner', '30 min\tKitchen\tBakery\tAnn'));
    expect(table).toEqual({
      rows: [{ row: 2, provider: 'Bakery', customer: 'Kitchen', output: '', slack: 30, problems: [] }],
      unknownHeadings: ['Owner'],
      cut: false,
    });
  });

  test('without headings is provider, customer, output, slack', () => {
    const { rows } = readPastedTable('Bakery\tKitchen\tbread\t1h');
    expect(rows).toEqual([
      { row: 1, provider: 'Bakery', customer: 'Kitchen', output: 'bread', slack: 60, problems: [] },
    ]);
  });

  test.each([';', ','])('may be apart by "%s", with blanks and blank rows in it', (mark) => {
    const { rows } = readPastedTable(pasted('', ` Bakery ${mark} Kitchen `, '', `"A${mark} B"${mark}C`));
    expect(rows.map(({ row, provider, customer }) => [row, provider, customer])).toEqual([
      [2, 'Bakery', 'Kitchen'],
      [4, `A${mark} B`, 'C'],
    ]);
  });

  test('says beside each row what is wrong in it, and still reads the others', () => {
    const { rows } = readPastedTable(pasted('A\tA', '\tB', 'A\tB\tx\tsoon', 'A\tB'));
    expect(rows.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
      ['customer'],
      ['provider'],
      ['slack'],
      [],
    ]);
  });

  test('tells the longest duration in weeks', () => {
    expect(readPastedTable('A\tB\tx\t999999w').rows[0]!.problems).toEqual([
      { column: 'slack', message: 'is "999999w"; write at most 2190 weeks' },
    ]);
  });

  test('reads no more rows than asked, and says so', () => {
    const table = readPastedTable(pasted('A,B', 'B,C', 'C,D'), 2);
    expect(table.rows).toHaveLength(2);
    expect(table.cut).toBe(true);
  });

  test('takes away the apostrophe that keeps a formula from running', () => {
    expect(readPastedTable("'=A\tB").rows[0]).toMatchObject({ provider: '=A' });
  });
});
