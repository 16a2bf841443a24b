import { lineFinder, linesByEntry, type EntryPlace } from './entry-lines.js';
import type { MapFileDocument } from './map-file-document.js';

/** A map file has five levels; what nests deeper is for the reader that counts before it recurses. */
const deepest = 16;

/**
 * A map file in JSON, read by the engine's own parser, many times faster than as YAML. Nothing where the text is no
 * JSON, nests deeply or has a field twice, of which `JSON.parse` would keep one in silence.
 */
export function parseJsonDocument(text: string): MapFileDocument | undefined {
  if (!looksLikeJson(text)) return undefined;
  const outline = outlineOf(text);
  if (outline.depth > deepest) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (leaveOutNulls(value) !== outline.fields) return undefined;
  return {
    value,
    slips: [],
    ...linesByEntry(text, outline.entries, {
      pathOfEntry: [],
      elsewhere: ([field]) => lineFinder(text)(outline.keys.get(String(field)) ?? text.indexOf('{')),
    }),
  };
}

export const looksLikeJson = (text: string): boolean => /^\s*\{/.test(text);

interface Outline {
  depth: number;
  /** How many fields are written, in all objects together. */
  fields: number;
  /** Offsets of the outermost object's keys. */
  keys: Map<string, number>;
  /** The entries of the lists directly in it. */
  entries: Map<string, EntryPlace[]>;
}

/** One walk over the characters; of a text that is no JSON the outline means nothing. */
function outlineOf(text: string): Outline {
  const outline: Outline = { depth: 0, fields: 0, keys: new Map(), entries: new Map() };
  let depth = 0;
  let string: EntryPlace = { start: 0, end: 0 };
  let key = '';
  let list: EntryPlace[] | undefined;
  let entry = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === ' ' || character === '\n' || character === '\r' || character === '\t') continue;
    if (character === ',' && depth === 2) {
      list?.push({ start: entry, end: at });
      entry = -1;
      continue;
    }
    if (character === ']' || character === '}') {
      if (depth === 2 && list && entry !== -1) list.push({ start: entry, end: at });
      if (depth === 2) list = undefined;
      depth -= 1;
      continue;
    }
    if (depth === 2 && entry === -1) entry = at;
    if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1) string = { start: at, end };
      at = end - 1;
    } else if (character === ':') {
      outline.fields += 1;
      if (depth === 1) {
        key = textBetween(text, string);
        outline.keys.set(key, string.start);
      }
    } else if (character === '[' || character === '{') {
      depth += 1;
      outline.depth = Math.max(outline.depth, depth);
      if (depth > deepest) return outline;
      if (depth === 2) {
        entry = -1;
        list = character === '[' ? [] : undefined;
        if (list) outline.entries.set(key, list);
      }
    }
  }
  return outline;
}

/** The offset after the closing quote. */
function endOfString(text: string, start: number): number {
  let at = start;
  do at = text.indexOf('"', at + 1);
  while (at !== -1 && isEscaped(text, at));
  return at === -1 ? text.length : at + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === '\\') before -= 1;
  return (at - before) % 2 === 0;
}

/** A key as it is meant; of one with a mistake in it, which `JSON.parse` will find, as it stands. */
function textBetween(text: string, { start, end }: EntryPlace): string {
  const written = text.slice(start, end);
  return written.includes('\\') ? written : written.slice(1, -1);
}

/** Makes null undefined, as a field left blank counts as not written, and counts fields. Depth is known by now. */
function leaveOutNulls(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const holder = value as Record<string, unknown>;
  const keys = Object.keys(holder);
  let fields = Array.isArray(value) ? 0 : keys.length;
  for (const key of keys) {
    // A field of this name is the object's own here, and assigning to it would set a prototype instead.
    if (holder[key] === null && key !== '__proto__') holder[key] = undefined;
    else fields += leaveOutNulls(holder[key]);
  }
  return fields;
}
