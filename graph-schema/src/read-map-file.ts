import { workingTimeOf, type WorkingTime } from './duration.js';
import { partyFinder } from './find-party.js';
import { linkSchema, type Link } from './link.js';
import type { MapContent } from './map-content.js';
import { parseMapFileDocument, type DocumentPath } from './map-file-document.js';
import {
  linkItemOf,
  mapItemOf,
  minutesOf,
  partyItemOf,
  statementPiecesOf,
  writtenTimeOf,
} from './map-file-items.js';
import { byLine, collectProblems, formOfKind, forms, type ProblemCollection } from './map-file-problems.js';
import {
  defaultMapFileLimits,
  positionalLinkId,
  writtenDurationSchema,
  writtenLinkSchema,
  writtenMapSchema,
  writtenPartySchema,
  type MapFileLimits,
  type WrittenLink,
} from './map-file.js';
import { brokenRules } from './map-rules.js';
import { mapSchema } from './map.js';
import { minutesSchema } from './numbers.js';
import { partyKindSchema, partySchema, type Party } from './party.js';
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
  const writtenMap = found.check(writtenMapSchema, settings, { path: [], form: forms.file });
  const map =
    writtenMap &&
    found.check(mapSchema, mapItemOf(writtenMap, mapId), { path: [], form: forms.file, written: settings });
  const time = writtenMap ? writtenTimeOf(writtenMap) : workingTimeOf();

  const partyEntries = entriesOf(partyList, 'parties', limits.parties, found);
  const parties = partyEntries.map((entry, index) => readParty(entry, index, time, found));
  const linkEntries = entriesOf(linkList, 'links', limits.links, found);
  const read = readLinks(linkEntries, parties, time, found);

  const content = {
    map: map ?? { type: 'map' as const, id: mapId, name: mapId },
    parties,
    links: read.links,
    statements: read.statements,
  };
  sayBrokenRules(content, read.doubtfulGroups, found.say);
  return found.count() > 0 ? { problems: found.inOrder() } : { content };
}

type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function entriesOf(
  list: unknown,
  name: 'parties' | 'links',
  most: number,
  { say }: ProblemCollection,
): unknown[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    say([name], 'is no list; begin each entry with "- "');
    return [];
  }
  if (list.length <= most) return list;
  say([name], `has ${list.length} entries; a map may have at most ${most}`, 'MAP_TOO_LARGE');
  return [];
}

function readParty(entry: unknown, index: number, time: WorkingTime, found: ProblemCollection): Party {
  const path = ['parties', index];
  const before = found.count();
  const written = found.check(writtenPartySchema, entry, { path, form: forms.party });
  const kind = partyKindSchema.catch('team').parse(isEntry(entry) ? entry['kind'] : undefined);
  const form = formOfKind(kind);
  for (const field of isEntry(entry) ? Object.keys(entry) : []) {
    if (!forms.party.fields.includes(field) || form.fields.includes(field)) continue;
    found.say([...path, field], `is not a field of ${form.called}; it may have ${form.fields.join(', ')}`);
  }
  const item = written && found.count() === before ? partyItemOf(written, time) : undefined;
  if (!item) sayTooLong(entry, path, time, found);
  return (
    (item && found.check(partySchema, item, { path, form, written: entry })) ?? partyStandIn(entry, index)
  );
}

/** A party with mistakes stands in for itself, so that the links to it are not called wrong as well. */
function partyStandIn(entry: unknown, index: number): Party {
  const { id, name, kind } = isEntry(entry) ? entry : {};
  const called = textOf(name) ?? `party ${index + 1}`;
  const meant = partyKindSchema.safeParse(kind);
  return { type: 'party', id: textOf(id) ?? called, name: called, kind: meant.success ? meant.data : 'team' };
}

interface ReadLinks {
  /** One for each entry, so that a link's index is its place in the file. */
  links: Link[];
  statements: Statement[];
  /** Groups with a link that has mistakes: whether they are whole cannot be said. */
  doubtfulGroups: Set<string | undefined>;
}

function readLinks(
  entries: unknown[],
  parties: Party[],
  time: WorkingTime,
  found: ProblemCollection,
): ReadLinks {
  const find = partyFinder(parties);
  const read: ReadLinks = { links: [], statements: [], doubtfulGroups: new Set() };
  for (const [index, entry] of entries.entries()) {
    const path = ['links', index];
    const before = found.count();
    const written = found.check(writtenLinkSchema, entry, { path, form: forms.link });
    const end = (side: 'provider' | 'customer'): string => {
      const name = textOf(isEntry(entry) ? entry[side] : undefined);
      const party = name === undefined ? undefined : find(name);
      if (party && 'id' in party) return party.id;
      if (party) found.say([...path, side], party.problem.message, party.problem.code);
      return `unknown ${side}`;
    };
    const identity = {
      id: textOf(isEntry(entry) ? entry['id'] : undefined) ?? positionalLinkId(index, entries.length),
      provider: end('provider'),
      customer: end('customer'),
    };
    let link: Link | undefined;
    if (written) {
      const item = linkItemOf(written, identity, time);
      link = found.check(linkSchema, item, { path, form: forms.link, written: entry });
      read.statements.push(...readStatements(written, identity.id, path, time, found));
    } else {
      sayTooLong(entry, path, time, found);
    }
    saySaidTwice(entry, path, found);
    link ??= linkStandIn(entry, identity);
    read.links.push(link);
    if (found.count() > before) read.doubtfulGroups.add(link.alternativeGroup);
  }
  return read;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A link with mistakes stands in for itself, so that its other mistakes are found too. */
function linkStandIn(entry: unknown, identity: Pick<Link, 'id' | 'provider' | 'customer'>): Link {
  const group = textOf(isEntry(entry) ? entry['alternativeGroup'] : undefined);
  return {
    type: 'link',
    ...identity,
    output: '',
    handshake: 'declared',
    ...(group !== undefined && { alternativeGroup: group }),
  };
}

const durationFields = ['buffer', 'switchTime', 'leadTime', 'slack'] as const;

/** What an entry's own schema would say of its durations, where other mistakes keep the entry from getting there. */
function sayTooLong(entry: unknown, path: DocumentPath, time: WorkingTime, found: ProblemCollection) {
  if (!isEntry(entry)) return;
  for (const field of durationFields) {
    const written = writtenDurationSchema.safeParse(entry[field]);
    if (!written.success) continue;
    const at = { path: [...path, field], form: forms.link, written: entry[field] };
    found.check(minutesSchema, minutesOf(written.data, time), at);
  }
  for (const side of ['expectation', 'commitment']) sayTooLong(entry[side], [...path, side], time, found);
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
  written: WrittenLink,
  link: string,
  path: (string | number)[],
  time: WorkingTime,
  found: ProblemCollection,
): Statement[] {
  const bySide = new Map<string, Statement>();
  for (const piece of statementPiecesOf(written, link, time)) {
    const at = { path: [...path, ...piece.path], form: forms.link, written: piece.written };
    const statement = found.check(statementSchema, piece.statement, at);
    if (statement) bySide.set(statement.side, { ...bySide.get(statement.side), ...statement });
  }
  return [...bySide.values()];
}

/** Says which rules across entries are broken, at the lines of the entries. */
function sayBrokenRules(
  content: MapContent,
  doubtfulGroups: ReadLinks['doubtfulGroups'],
  say: ProblemCollection['say'],
) {
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
    if (code === 'GROUP_INVALID' && doubtfulGroups.has(content.links[place]?.alternativeGroup)) continue;
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
