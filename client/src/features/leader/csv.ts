import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import { writeCsv } from '@downstream/graph-schema/write-csv';
import type { ListName, Method, WholeMapAnswers } from '../../engine/whole-map-question';
import { nameOf } from '../../open-map/name-of';
import { phraseText } from '../../text/phrases';

/** What every row of a list says of the list, so that no row is read as something else when it is copied out. */
export interface CsvBasis {
  content: MapContent;
  disruption: ReferenceDisruption;
  /** The one external customer, and the department, that the list is narrowed to. */
  customer: string | undefined;
  group: string | undefined;
  revision: number;
}

type Cells<Column extends string = string> = Record<Column, string | number>;

/** What is of a row alone; what it says of the list follows. An empty list has its columns too. */
const columns = {
  'weak-links': [
    'rank',
    'output',
    'provider',
    'customer',
    'harmCarried',
    'share',
    'standardErrorAtMost',
    'health',
    'why',
    'link',
  ],
  advice: [
    'rank',
    'change',
    'kind',
    'target',
    'size',
    'harmBefore',
    'harmAfter',
    'standardErrorAtMost',
    'why',
    'choice',
  ],
  customers: ['customer', 'list', 'party', 'toleratedMinutes', 'partiesBehind'],
  teams: ['rank', 'party', 'harm', 'share', 'standardErrorAtMost', 'id'],
  findings: ['finding', 'words', 'about'],
} as const satisfies Record<ListName, string[]>;

/** A list as a table for a spreadsheet, a row for each thing it names, with the whole numbers behind what is shown. */
export const listAsCsv = {
  'weak-links': ({ rows, method }: WholeMapAnswers['weak-links'], basis: CsvBasis): string => {
    const { content } = basis;
    const outputs = new Map(content.links.map(({ id, output }) => [id, output]));
    const cells = rows.map((row, i) => ({
      rank: i + 1,
      output: outputs.get(row.link) ?? '',
      provider: nameOf(content, row.provider),
      customer: nameOf(content, row.customer),
      harmCarried: row.harmCarried,
      share: row.share,
      standardErrorAtMost: row.standardError,
      health: 'not rated',
      why: phraseText(row.why),
      link: row.link,
    }));
    return table(columns['weak-links'], cells, { ...ofHarm(basis), ...ofMethod(method) });
  },

  advice: ({ rows, harm, method, choice }: WholeMapAnswers['advice'], basis: CsvBasis): string => {
    const cells = rows.map((row, i) => ({
      rank: i + 1,
      change: phraseText(row.what),
      kind: row.kind,
      target: row.target,
      size: row.size,
      harmBefore: rows[i - 1]?.harmAfter ?? harm,
      harmAfter: row.harmAfter,
      standardErrorAtMost: row.standardError,
      why: phraseText(row.why),
      choice,
    }));
    return table(columns.advice, cells, { ...ofHarm(basis), ...ofMethod(method) });
  },

  customers: ({ parts }: WholeMapAnswers['customers'], basis: CsvBasis): string => {
    const { content } = basis;
    const cells = parts.flatMap(({ customer, tolerance, gateways }) => [
      ...tolerance.map(({ party, minutes }) => ({
        customer: nameOf(content, customer),
        list: 'tolerance',
        party: nameOf(content, party),
        toleratedMinutes: minutes,
        partiesBehind: '',
      })),
      ...gateways.map(({ party, behind }) => ({
        customer: nameOf(content, customer),
        list: 'gateway',
        party: nameOf(content, party),
        toleratedMinutes: '',
        partiesBehind: behind,
      })),
    ]);
    return table(columns.customers, cells, { ...ofMap(basis), disruption: 'any delay', method: 'exact' });
  },

  teams: ({ rows, method }: WholeMapAnswers['teams'], basis: CsvBasis): string => {
    const cells = rows.map(({ party, harm, share, standardError }, i) => ({
      rank: i + 1,
      party: nameOf(basis.content, party),
      harm,
      share,
      standardErrorAtMost: standardError,
      id: party,
    }));
    return table(columns.teams, cells, { ...ofHarm(basis), ...ofMethod(method) });
  },

  findings: ({ findings }: WholeMapAnswers['findings'], basis: CsvBasis): string => {
    const { content } = basis;
    const output = (id: string): string => {
      const link = content.links.find((other) => other.id === id);
      return link
        ? `${nameOf(content, link.provider)} > ${nameOf(content, link.customer)}: ${link.output}`
        : id;
    };
    const cells = findings.flatMap(({ finding, words }): Cells<'finding' | 'words' | 'about'>[] => {
      const said = { finding: finding.code, words: phraseText(words) };
      if (finding.code === 'LOOP_WITHOUT_SLACK') {
        return [{ ...said, about: finding.parties.map((id) => nameOf(content, id)).join(' + ') }];
      }
      if ('parties' in finding) return finding.parties.map((id) => ({ ...said, about: nameOf(content, id) }));
      if ('links' in finding) return finding.links.map((id) => ({ ...said, about: output(id) }));
      return [{ ...said, about: content.map.name }];
    });
    return table(columns.findings, cells, { ...ofMap(basis), disruption: 'any', method: 'exact' });
  },
};

const ofMap = ({ content, customer, group, revision }: CsvBasis): Cells => ({
  over: 'whole map',
  map: content.map.name,
  revision,
  onlyCustomer: customer === undefined ? '' : nameOf(content, customer),
  onlyGroup: group ?? '',
});

const ofHarm = (basis: CsvBasis): Cells => {
  const { disruption, customer } = basis;
  const isDelay = disruption.kind === 'delay';
  const weighted = customer === undefined ? 'weighted ' : '';
  return {
    unit: `${weighted}${isDelay ? 'minutes' : 'expected hits'}`,
    ...ofMap(basis),
    disruption: isDelay ? `each ${disruption.minutes} minutes late in turn` : 'a defect at each in turn',
  };
};

const ofMethod = (method: Method): Cells =>
  method.kind === 'exact'
    ? { method: 'exact', worlds: '', seed: '' }
    : { method: 'monte-carlo', worlds: method.worlds, seed: method.seed };

const table = <Column extends string>(
  ofRow: readonly Column[],
  rows: readonly Cells<Column>[],
  basis: Cells,
): string =>
  writeCsv(
    [...ofRow, ...Object.keys(basis)],
    rows.map((row) => ({ ...row, ...basis })),
  );
