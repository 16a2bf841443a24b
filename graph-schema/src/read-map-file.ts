import type { z } from 'zod';
import { workingTimeOf, type WorkingTime } from './duration.js';
import { partyFinder } from './find-party.js';
import { groupDoubts, type GroupDoubts } from './group-doubts.js';
import { linkSchema, type Link } from './link.js';
import type { MapContent } from './map-content.js';
import { parseMapFileDocument, type DocumentPath } from './map-file-document.js';
import { linkItemOf, mapItemOf, partyItemOf, statementPiecesOf } from './map-file-items.js';
import {
  byLine,
  collectProblems,
  formOfKind,
  forms,
  isEntry,
  soundFields,
  type ProblemCollection,
} from './map-file-problems.js';
import {
  defaultMapFileLimits,
  positionalLinkId,
  writtenLinkSchema,
  writtenMapSchema,
  writtenPartySchema,
  writtenPartySchemas,
  writtenStatementSchema,
  type MapFileLimits,
  type WrittenLink,
  type WrittenParty,
} from './map-file.js';
import { brokenRules } from './map-rules.js';
import { mapSchema, type MapSettings } from './map.js';
import { nearestName } from './nearest-name.js';
import { externalCustomerSchema, supplierSchema, teamSchema, type Party, type PartyKind } from './party.js';
import type { ProblemDetail } from './problem.js';
import { statementSchema, type Statement } from './statement.js';

/** What a map file says, or everything that is wrong in it, in the order of its lines. */
export type MapFileReading = { content: MapContent } | { problems: ProblemDetail[] };

export interface MapFileOptions {
  /** The id of the map that is read; a file holds none. */
  mapId: string;
  limits?: MapFileLimits;
}

/**
 * Reads a map file, in YAML or JSON. A party without an id has its name as id, a link without one its place in
 * the list. All mistakes are reported at once, each with its line, path, what was found and what would be right.
 */
export function readMapFile(
  text: string,
  { mapId, limits = defaultMapFileLimits }: MapFileOptions,
): MapFileReading {
  if (text.length > limits.characters) {
    const message = `has ${text.length} characters; this reads at most ${limits.characters}`;
    return { problems: [{ code: 'MAP_TOO_LARGE', path: [], message }] };
  }
  const document = parseMapFileDocument(text);
  if ('problems' in document) return { problems: byLine(document.problems) };
  const { value: file } = document;
  const found = collectProblems(document);
  if (!isEntry(file)) {
    found.say([], 'is no map file; write "map:" and a name, then "parties:" and "links:"');
    return { problems: found.inOrder() };
  }

  const { parties: partyList, links: linkList, ...settings } = file;
  const map = readSettings(settings, mapId, found);
  const time = workingTimeOf(map);
  const partyEntries = entriesOf(partyList, 'parties', limits.parties, found);
  const parties = (partyEntries ?? []).map((entry, index) => readParty(entry, index, time, found));
  const linkEntries = entriesOf(linkList, 'links', limits.links, found) ?? [];
  // Without a list of parties, each link would be told that its ends are not in it.
  const find = partyEntries && partyFinder(parties);
  const { doubts, ...read } = readLinks(linkEntries, find, time, found);

  const content = { map, parties, ...read };
  sayBrokenRules(content, doubts, found.say);
  return found.count() > 0 ? { problems: found.inOrder() } : { content };
}

/** The list's entries; `undefined` where something else was written, or more than a map may have. */
function entriesOf(
  list: unknown,
  name: 'parties' | 'links',
  most: number,
  { say }: ProblemCollection,
): unknown[] | undefined {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    say([name], 'is no list; begin each entry with "- "');
    return undefined;
  }
  if (list.length <= most) return list as unknown[];
  say([name], `has ${list.length} entries; a map may have at most ${most}`, 'MAP_TOO_LARGE');
  return undefined;
}

// Every entry is read twice: as it is written, and then, as far as that was right, as the item it makes, whose schema
// knows how long a duration may be. Both say what is wrong field by field, so that no mistake hides another.

function readSettings(settings: object, id: string, found: ProblemCollection): MapSettings {
  const at = { path: [], form: forms.file, written: settings };
  const written = found.read(writtenMapSchema, settings, at);
  const item = mapItemOf(written, id);
  return { type: 'map', id, name: item.name, ...found.read(mapSchema, item, at) };
}

const partySchemas: Record<PartyKind, z.ZodObject> = {
  team: teamSchema,
  supplier: supplierSchema,
  'external-customer': externalCustomerSchema,
};
/** A party of a kind that is none may have any kind's fields. */
const unclearPartySchema: z.ZodObject = teamSchema.strip();

function readParty(entry: unknown, index: number, time: WorkingTime, found: ProblemCollection): Party {
  const path = ['parties', index];
  const { success: isClear, data: kind = 'team' } = writtenPartySchema.shape.kind.safeParse(
    isEntry(entry) ? entry['kind'] : undefined,
  );
  const form = isClear ? formOfKind(kind) : forms.party;
  const writtenSchema: z.ZodObject = isClear ? writtenPartySchemas[kind] : writtenPartySchema;
  const written: Partial<WrittenParty> = found.read(writtenSchema, entry, { path, form });
  // A team stands in for what is unclear, as it may both provide and depend: no link is called wrong for it.
  const item = partyItemOf({ name: `party ${index + 1}`, ...written, kind }, time);
  const schema = isClear ? partySchemas[kind] : unclearPartySchema;
  return found.read(schema, item, { path, form, written: entry }) as Party;
}

interface ReadLinks {
  /** One for each entry, so that a link's index is its place in the file. */
  links: Link[];
  statements: Statement[];
  doubts: GroupDoubts;
}

function readLinks(
  entries: unknown[],
  find: ReturnType<typeof partyFinder> | undefined,
  time: WorkingTime,
  found: ProblemCollection,
): ReadLinks {
  const read: ReadLinks = { links: [], statements: [], doubts: groupDoubts() };
  for (const [index, entry] of entries.entries()) {
    const path = ['links', index];
    const before = found.count();
    const written = found.read(writtenLinkSchema, entry, { path, form: forms.link });
    const end = (side: 'provider' | 'customer'): string | undefined => {
      const name = written[side];
      const party = name === undefined ? undefined : find?.(name);
      if (party && 'problem' in party) found.say([...path, side], party.problem.message, party.problem.code);
      return party && 'id' in party ? party.id : undefined;
    };
    const [provider, customer] = [end('provider'), end('customer')];
    const identity = {
      id: written.id ?? positionalLinkId(index, entries.length),
      provider: provider ?? 'unknown provider',
      customer: customer ?? 'unknown customer',
    };
    const item = linkItemOf(written, identity, time);
    const at = { path, form: forms.link, written: entry };
    const link: Link = {
      type: 'link',
      ...identity,
      output: '',
      handshake: 'declared',
      ...found.read(linkSchema, item, at),
    };
    read.statements.push(...readStatements(entry, written, link.id, path, time, found));
    saySaidTwice(entry, path, found);
    const isWhole = found.count() === before;
    read.links.push(
      isWhole ? link : read.doubts.about(link, { customer }, (field) => isWritten(entry, field)),
    );
  }
  return read;
}

/** Whether something stands in a field of a link, be its value wrong or its name misspelled. */
function isWritten(entry: unknown, field: string): boolean {
  const { fields } = forms.link;
  const meant = (name: string) => (fields.includes(name) ? name : nearestName(name, fields));
  return (
    isEntry(entry) && Object.keys(entry).some((name) => entry[name] !== undefined && meant(name) === field)
  );
}

/** A number on the link itself is the provider's, as one in the commitment is: only one of them can hold. */
function saySaidTwice(entry: unknown, path: DocumentPath, { say }: ProblemCollection) {
  if (!isEntry(entry) || !isEntry(entry['commitment'])) return;
  for (const field of ['slack', 'defectPass']) {
    if (entry[field] === undefined || entry['commitment'][field] === undefined) continue;
    say([...path, field], 'is written here and in the commitment; keep one');
  }
}

function readStatements(
  entry: unknown,
  written: Partial<WrittenLink>,
  link: string,
  path: (string | number)[],
  time: WorkingTime,
  found: ProblemCollection,
): Statement[] {
  const bySide = new Map<string, Statement>();
  for (const piece of statementPiecesOf({ ...soundStatements(entry), ...written }, link, time)) {
    const at = { path: [...path, ...piece.path], form: forms.link, written: piece.written };
    const { id, side } = piece.statement;
    const said = found.read(statementSchema, piece.statement, at);
    bySide.set(side, { ...bySide.get(side), type: 'statement', id, link, side, ...said });
  }
  return [...bySide.values()];
}

/** What is right in statements that have mistakes. */
function soundStatements(entry: unknown): Pick<WrittenLink, 'expectation' | 'commitment'> {
  if (!isEntry(entry)) return {};
  const { expectation, commitment } = entry;
  return {
    ...(isEntry(expectation) && { expectation: soundFields(writtenStatementSchema, expectation) }),
    ...(isEntry(commitment) && { commitment: soundFields(writtenStatementSchema, commitment) }),
  };
}

/** Says which rules across entries are broken, at the lines of the entries. */
function sayBrokenRules(content: MapContent, doubts: GroupDoubts, say: ProblemCollection['say']) {
  const placesOf = { party: indexesById(content.parties), link: indexesById(content.links) };
  const repeats = new Map<string, number>();
  for (const { code, item, field, message } of brokenRules(content)) {
    // Who is unknown was said where names were looked up, with a suggestion.
    if (code === 'UNKNOWN_PARTY' || (item.type !== 'party' && item.type !== 'link')) continue;
    const places = placesOf[item.type].get(item.id) ?? [];
    // The first thing with an id has it by right; the second, third … are the repeats.
    const nth = code === 'DUPLICATE_ID' ? (repeats.get(`${item.type} ${item.id}`) ?? 0) + 1 : 0;
    if (code === 'DUPLICATE_ID') repeats.set(`${item.type} ${item.id}`, nth);
    const place = places[nth] ?? 0;
    if (code === 'GROUP_INVALID' && doubts.cover(content.links[place]!)) continue;
    say([item.type === 'party' ? 'parties' : 'links', place, field], message, code);
  }
}

function indexesById(items: readonly { id: string }[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (const [index, { id }] of items.entries()) {
    const same = indexes.get(id);
    if (same) same.push(index);
    else indexes.set(id, [index]);
  }
  return indexes;
}
