import type { z } from 'zod';
import {
  columnReader,
  forEachCsvRow,
  linkColumns,
  partyColumns,
  readCell,
  withoutApostrophe,
  type LinkColumn,
  type PartyColumn,
} from './csv-columns.js';
import { partyFinder } from './find-party.js';
import { groupDoubts } from './group-doubts.js';
import type { Link } from './link.js';
import { byLine, formOfKind } from './map-file-problems.js';
import { defaultMapFileLimits, positionalLinkId, type MapFileLimits } from './map-file.js';
import { brokenRules } from './map-rules.js';
import type { Party } from './party.js';
import type { ProblemDetail } from './problem.js';
import type { MapFileReading } from './read-map-file.js';
import { statementId, type Statement } from './statement.js';

export interface MapCsvOptions {
  mapId: string;
  /** A table holds no name for its map. */
  mapName: string;
  /** A second table, with what a table of links cannot say about the parties. */
  parties?: string;
  limits?: MapFileLimits;
}

/**
 * Reads a map from a table of links, `provider,customer` and what else is known, one link a row. A party's id is
 * its exact name, a link's its row padded with zeros; who provides nothing is an external customer; slack and
 * defectPass are the provider's statement. All mistakes are reported at once, with their lines.
 */
export function readMapCsv(
  text: string,
  { mapId, mapName, parties: partyTable, limits = defaultMapFileLimits }: MapCsvOptions,
): MapFileReading {
  const length = text.length + (partyTable?.length ?? 0);
  if (length > limits.characters) {
    const message = `has ${length} characters; this reads at most ${limits.characters}`;
    return { problems: [{ code: 'MAP_TOO_LARGE', path: [], message }] };
  }
  const described = partyTable === undefined ? noParties : readPartyTable(partyTable, limits);
  const table = readLinkTable(text, described, limits);

  const { links, statements } = table;
  const providers = new Set<string>();
  for (const { provider } of links) providers.add(provider);
  const kindOf = (id: string): Party['kind'] => (providers.has(id) ? 'team' : 'external-customer');
  const problems = [...described.problems, ...table.problems];
  const parties = [...table.parties.values()].map(({ line, fields: { kind, ...fields } }): Party => {
    const party = { type: 'party', kind: kind ?? kindOf(fields.id), ...fields } as const;
    const allowed = formOfKind(party.kind).fields;
    for (const field of Object.keys(fields)) {
      if (allowed.includes(field)) continue;
      const message = `is for other kinds of parties; "${fields.name}" is of kind ${party.kind}`;
      problems.push({ code: 'FILE_INVALID', line, path: ['parties', field], message });
    }
    return party as Party;
  });
  const content = { map: { type: 'map' as const, id: mapId, name: mapName }, parties, links, statements };
  const covered = ({ id }: { id: string }) => table.doubts.cover(links[Number(id) - 1]!);
  for (const { code, item, field, message } of brokenRules(content)) {
    // Every end that could be read is a party; of the others it was said why not.
    if (code === 'UNKNOWN_PARTY' || (code === 'GROUP_INVALID' && covered(item))) continue;
    const line = item.type === 'link' ? table.lines[Number(item.id) - 1] : table.parties.get(item.id)?.line;
    problems.push({ code, ...(line !== undefined && { line }), path: [field], message });
  }
  return problems.length > 0 ? { problems: byLine(problems) } : { content };
}

/** A party as far as tables tell: its kind may have to be inferred. */
interface TabledParty {
  line: number;
  fields: { id: string; name: string; kind?: Party['kind'] } & Partial<
    Record<Exclude<PartyColumn, 'x' | 'y'> | 'position', unknown>
  >;
}
interface PartyTable {
  parties: ReadonlyMap<string, TabledParty>;
  /** False where it has more rows than a map may have parties: the first of them were read. */
  isWhole: boolean;
  problems: ProblemDetail[];
}
const noParties: PartyTable = { parties: new Map(), isWhole: true, problems: [] };

function readPartyTable(text: string, limits: MapFileLimits): PartyTable {
  const parties = new Map<string, TabledParty>();
  const problems: ProblemDetail[] = [];
  const say = sayer('parties', problems);
  const needs = (header: readonly string[]) =>
    header.includes('id') || header.includes('name') ? undefined : 'the header needs id or name';
  let rows = 0;
  const table = forEachCsvRow(text, Object.keys(partyColumns), needs, (header) => {
    const read = rowReader(header, partyColumns, say);
    return (cells, line) => {
      rows++;
      if (rows > limits.parties) return;
      const before = problems.length;
      const { x, y, ...fields } = read(cells, line);
      const name = fields.name ?? fields.id;
      const id = fields.id ?? fields.name;
      if (id === undefined || name === undefined) {
        if (problems.length === before) say(line, 'name', 'is missing; write a name');
      } else if (parties.has(id)) say(line, 'id', `"${id}" is used twice; keep one row`, 'DUPLICATE_ID');
      else {
        if ((x === undefined) !== (y === undefined) && problems.length === before)
          say(line, x === undefined ? 'x' : 'y', 'is missing; write x and y, or neither');
        const position = x !== undefined && y !== undefined ? { position: { x, y } } : {};
        parties.set(id, { line, fields: { ...fields, ...position, id, name } });
      }
    };
  });
  const isWhole = rows <= limits.parties;
  if (!isWhole) problems.push(tooMany('parties', rows, limits.parties));
  return {
    parties,
    isWhole,
    problems: [...table.map((problem) => ({ ...problem, path: ['parties'] })), ...problems],
  };
}

/** The columns beside the two ends, which are looked up instead of read. */
const { provider: providerColumn, customer: customerColumn, ...otherColumns } = linkColumns;
const ends = { provider: providerColumn, customer: customerColumn };
/** Ids that no party has, for ends that could not be read. */
const nobody = { provider: '', customer: ' ' };

function readLinkTable(text: string, { parties: described, isWhole }: PartyTable, limits: MapFileLimits) {
  const parties = new Map(described);
  const problems: ProblemDetail[] = [];
  const say = sayer(undefined, problems);
  const find = partyFinder([...described.values()].map(({ fields }) => fields));
  // One string for each party, however often it is named: later look-ups are faster, and the text can be freed.
  const ids = new Map<string, string>();
  const idOf = (cell: string, side: 'provider' | 'customer', line: number): string | undefined => {
    const known = ids.get(cell);
    if (known !== undefined) return known;
    const name = readCell(side, ends[side], withoutApostrophe(cell));
    if (name.problem !== undefined) {
      say(line, side, name.problem);
      return undefined;
    }
    const found = described.size > 0 ? find(name.value) : undefined;
    if (found && 'problem' in found && found.problem.code === 'AMBIGUOUS_PARTY') {
      say(line, side, found.problem.message, found.problem.code);
      return undefined;
    }
    const id = found && 'id' in found ? found.id : name.value;
    ids.set(cell, id);
    if (!parties.has(id)) parties.set(id, { line, fields: { id, name: id } });
    return id;
  };

  const links: Link[] = [];
  const doubts = groupDoubts();
  const lines: number[] = [];
  const spoken: { index: number; numbers: Pick<Statement, 'slack' | 'defectPass'> }[] = [];
  const needs = (header: readonly string[]) =>
    header.includes('provider') && header.includes('customer')
      ? undefined
      : 'the header needs provider and customer, as in provider,customer,output,slack';
  let rows = 0;
  const table = forEachCsvRow(text, Object.keys(linkColumns), needs, (header) => {
    const read = rowReader(header, otherColumns, say);
    const columnOf = { provider: header.indexOf('provider'), customer: header.indexOf('customer') };
    return (cells, line) => {
      rows++;
      if (rows > limits.links) return;
      const end = (side: 'provider' | 'customer'): string | undefined => {
        const cell = cells[columnOf[side]] ?? '';
        if (cell !== '') return idOf(cell, side, line);
        say(line, side, 'is missing; write the name of a party');
        return undefined;
      };
      const before = problems.length;
      const provider = end('provider');
      const customer = end('customer');
      const { output = '', slack, defectPass, ...rest } = read(cells, line);
      if (slack !== undefined || defectPass !== undefined) {
        const numbers = {
          ...(slack !== undefined && { slack }),
          ...(defectPass !== undefined && { defectPass }),
        };
        spoken.push({ index: links.length, numbers });
      }
      lines.push(line);
      const link: Link = {
        type: 'link',
        id: '',
        provider: provider ?? nobody.provider,
        customer: customer ?? nobody.customer,
        output,
        ...rest,
        handshake: 'declared',
      };
      const isWritten = (column: LinkColumn) => Boolean(cells[header.indexOf(column)]);
      links.push(problems.length === before ? link : doubts.about(link, { customer }, isWritten));
    };
  });
  if (rows > limits.links) problems.push(tooMany('links', rows, limits.links));
  // Where only the first links were read, there may be more parties; where it was the first parties, that was said.
  if (parties.size > limits.parties && isWhole) {
    problems.push(tooMany('parties', parties.size, limits.parties, rows > limits.links));
  }
  // A link's id is its row, padded to the width of a count that is known only now.
  for (const [index, link] of links.entries()) link.id = positionalLinkId(index, links.length);
  const statements = spoken.map(({ index, numbers }): Statement => {
    const link = links[index]!.id;
    return { type: 'statement', id: statementId(link, 'provider'), link, side: 'provider', ...numbers };
  });
  return { parties, links, doubts, lines, statements, problems: [...table, ...problems] };
}

type Say = (line: number, column: string, message: string, code?: ProblemDetail['code']) => void;

const sayer =
  (table: 'parties' | undefined, problems: ProblemDetail[]): Say =>
  (line, column, message, code = 'FILE_INVALID') => {
    problems.push({ code, line, path: table ? [table, column] : [column], message });
  };

const tooMany = (name: string, found: number, most: number, orMore = false): ProblemDetail => ({
  code: 'MAP_TOO_LARGE',
  path: [name],
  message: `are ${found}${orMore ? ' or more' : ''}; a map may have at most ${most}`,
});

type Read<Columns extends Record<string, z.ZodType>> = {
  -readonly [Name in keyof Columns]?: z.infer<Columns[Name]>;
};

/** Reads rows by these columns, passing over the header's others. Empty cells are left out. */
function rowReader<Columns extends Record<string, z.ZodType>>(
  header: readonly string[],
  columns: Columns,
  say: Say,
): (cells: readonly string[], line: number) => Read<Columns> {
  const readers = header.flatMap((column, index) => {
    // A header may hold any word, "constructor" too, which every object has.
    const schema = Object.hasOwn(columns, column) ? columns[column] : undefined;
    return schema ? [{ column, index, read: columnReader(column, schema) }] : [];
  });
  return (cells, line) => {
    const fields: Record<string, unknown> = {};
    for (const { column, index, read } of readers) {
      const cell = cells[index];
      if (cell === undefined || cell === '') continue;
      const found = read(cell);
      if (found.problem === undefined) fields[column] = found.value;
      else say(line, column, found.problem);
    }
    return fields as Read<Columns>;
  };
}
