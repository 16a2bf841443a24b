import { lineFinder } from './entry-lines.js';
import { looksLikeJson, parseJsonDocument } from './json-document.js';
import type { ProblemDetail } from './problem.js';
import { parseYamlDocument } from './yaml-document.js';
import { parseYamlInPieces } from './yaml-in-pieces.js';

export type DocumentPath = readonly (string | number)[];

/** What stands in a YAML or JSON text, and on which line each part of it stands. */
export interface MapFileDocument {
  /** Plain values, and `alias` where an alias stands. */
  value: unknown;
  /** The line of a value's key, or of the nearest thing around it that is there. */
  lineOf: (path: DocumentPath) => number;
  /** The line on which the party or link around it begins: soon told, so that many mistakes can be put in order. */
  nearLineOf: (path: DocumentPath) => number;
  /** What is wrong with the way it is written, though it can be read: fields twice, tags. */
  slips: ProblemDetail[];
}

/** Characters of YAML that are parsed at one go: much more than anybody writes, and still only some 500 MB of memory. */
const longestAtOnce = 4_000_000;

/**
 * Parses YAML, of which JSON is a part, into plain values without prototypes. The quick readers leave to the next
 * one whatever is not plainly written, so that all of them give the same answers; every syntax error is reported,
 * with its line. Memory is bounded: a text that is too long for the last reader is told how to write it plainly.
 */
export function parseMapFileDocument(text: string): MapFileDocument | { problems: ProblemDetail[] } {
  const quick = parseJsonDocument(text) ?? parseYamlInPieces(text);
  if (quick) return quick;
  return text.length > longestAtOnce ? { problems: [whyNotPlain(text)] } : parseYamlDocument(text);
}

const plainly =
  'write parties and links as lists, each entry on lines of its own after "- ", or all of it as JSON';

function whyNotPlain(text: string): ProblemDetail {
  const problem = (message: string, line?: number): ProblemDetail => ({
    code: 'FILE_INVALID',
    path: [],
    message,
    ...(line !== undefined && { line }),
  });
  if (!looksLikeJson(text)) return problem(`is too long to be read in this form; ${plainly}`, 1);
  try {
    JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position =
      /position (\d+)/.exec(said)?.[1] ?? (said.includes('end of JSON') ? text.length - 1 : undefined);
    const line = position === undefined ? undefined : lineFinder(text)(Number(position));
    return problem(`cannot be read as JSON: ${said}`, line);
  }
  return problem('has a field twice in one place, or nests too deeply for a map file');
}
