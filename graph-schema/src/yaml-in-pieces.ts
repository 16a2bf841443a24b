import { lineFinder, linesByEntry, type EntryPlace } from './entry-lines.js';
import type { MapFileDocument } from './map-file-document.js';
import type { ProblemDetail } from './problem.js';
import { parseYamlDocument } from './yaml-document.js';

/** Characters of a text that is parsed whole. */
const shortText = 64_000;
/** Characters that are parsed at once in a longer one: few, so that what the parser remembers of them is soon forgotten. */
const pieceLength = 4_000;

/** A top-level list in block form. Nothing inside of an entry can stand as far to the left as its dash. */
interface Section {
  name: string;
  /** Offsets of whole lines, from the one after the key. */
  start: number;
  end: number;
  entries: EntryPlace[];
}

/**
 * A long map file in YAML, its lists cut between entries and parsed piece by piece by the one parser of YAML: that
 * takes a tenth of the memory. Nothing where the text is short, or its lists are not written in plain block form.
 */
export function parseYamlInPieces(
  text: string,
  longerThan = shortText,
): MapFileDocument | { problems: ProblemDetail[] } | undefined {
  if (text.length <= longerThan) return undefined;
  const sections = sectionsOf(text);
  if (sections.length === 0 || new Set(sections.map(({ name }) => name)).size < sections.length)
    return undefined;
  const lineAt = lineFinder(text);
  const rest = parseRest(text, sections, lineAt);
  if ('value' in rest && !sections.every(({ name }) => isBareKey(rest, name))) return undefined;
  const problems = 'problems' in rest ? rest.problems : [];
  const slips: ProblemDetail[] = [];
  const lists = new Map<string, unknown[]>();
  for (const section of sections) {
    const list: unknown[] = [];
    for (const piece of piecesOf(section.entries, Math.min(longerThan, pieceLength))) {
      const linesBefore = lineAt(piece[0]!.start) - 1;
      const read = parseYamlDocument(
        text.slice(piece[0]!.start, piece.at(-1)!.end),
        (line) => line + linesBefore,
      );
      if ('problems' in read) {
        problems.push(...read.problems);
        continue;
      }
      if (!Array.isArray(read.value) || read.value.length !== piece.length) return undefined;
      for (const { path, ...slip } of read.slips) {
        const [index, ...inEntry] = path as [number?, ...(string | number)[]];
        slips.push({
          ...slip,
          path: index === undefined ? [] : [section.name, list.length + index, ...inEntry],
        });
      }
      for (const entry of read.value as unknown[]) list.push(entry);
    }
    lists.set(section.name, list);
  }
  if ('problems' in rest || problems.length > 0) return { problems };
  const value = rest.value as Record<string, unknown>;
  for (const [name, list] of lists) value[name] = list;
  const places = new Map(sections.map(({ name, entries }) => [name, entries]));
  return {
    value,
    slips: [...slips, ...rest.slips],
    ...linesByEntry(text, places, { pathOfEntry: [0], elsewhere: rest.lineOf }),
  };
}

/** Whether a list's key stands once in what is left of the text, with nothing behind it. */
function isBareKey({ value, slips }: MapFileDocument, name: string): boolean {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
  return (
    (value as Record<string, unknown>)[name] === undefined && !slips.some(({ path }) => path[0] === name)
  );
}

/** The text without the lists' entries, its lines told as those of the whole text. */
function parseRest(text: string, sections: readonly Section[], lineAt: (offset: number) => number) {
  let rest = '';
  let from = 0;
  const cuts: { after: number; lines: number }[] = [];
  let restLines = 0;
  for (const { start, end } of sections) {
    rest += text.slice(from, start);
    restLines += lineAt(start) - lineAt(from);
    cuts.push({ after: restLines, lines: lineAt(end) - lineAt(start) });
    from = end;
  }
  return parseYamlDocument(rest + text.slice(from), (line) =>
    cuts.reduce((whole, { after, lines }) => (line > after ? whole + lines : whole), line),
  );
}

function* piecesOf(entries: readonly EntryPlace[], length: number): Generator<EntryPlace[]> {
  let piece: EntryPlace[] = [];
  for (const entry of entries) {
    piece.push(entry);
    if (entry.end - piece[0]!.start < length) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

const keyOfList = /^(parties|links)[ \t]*:[ \t]*(?:#.*)?\r?$/;
const dash = /^( *)-(?:\s|$)/;

function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let section: Section | undefined;
  /** The spaces before each dash of the section; unknown until its first entry. */
  let indent: string | undefined;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    const first = text[start]!;
    const entry = section && indent !== undefined && text.startsWith(`${indent}-`, start);
    const isOutermost = !' \t\r\n#'.includes(first);
    if (section && indent === undefined && !isEmpty(text.slice(start, end))) {
      indent = dash.exec(text.slice(start, newline === -1 ? end : newline))?.[1];
      if (indent === undefined) section = undefined;
      else {
        section.start = start;
        section.entries.push({ start, end });
        sections.push(section);
      }
    } else if (entry && dash.test(text.slice(start, Math.min(end, start + indent!.length + 2)))) {
      section!.entries.push({ start, end });
    } else if (section && indent !== undefined && !isOutermost) {
      section.entries.at(-1)!.end = end;
    } else if (isOutermost) {
      section = undefined;
    }
    if (section && indent !== undefined) section.end = end;
    if (!section && isOutermost) {
      const name = keyOfList.exec(text.slice(start, newline === -1 ? end : newline))?.[1];
      if (name !== undefined) {
        section = { name, start: end, end, entries: [] };
        indent = undefined;
      }
    }
    start = end;
  }
  return sections;
}

const isEmpty = (line: string): boolean => /^\s*(?:#.*)?$/.test(line.trimEnd());
