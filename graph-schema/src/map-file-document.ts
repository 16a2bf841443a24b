import { parseJsonDocument } from './json-document.js';
import type { ProblemDetail } from './problem.js';
import { parseYamlDocument } from './yaml-document.js';
import { parseYamlInPieces } from './yaml-in-pieces.js';

export type DocumentPath = readonly (string | number)[];

/** What stands in a YAML or JSON text, and on which line each part of it stands. */
export interface MapFileDocument {
  value: unknown;
  /** The line of a value's key, or of the nearest thing around it that is there. */
  lineOf: (path: DocumentPath) => number;
  /** The line on which the party or link around it begins: soon told, so that many mistakes can be put in order. */
  nearLineOf: (path: DocumentPath) => number;
  /** What is wrong with the way it is written, though it can be read: fields twice, aliases. */
  slips: ProblemDetail[];
}

/**
 * Parses YAML, of which JSON is a part, into plain values without prototypes. The quick readers leave to the next
 * one whatever is not plainly written, so that all of them give the same answers; every syntax error is reported,
 * with its line.
 */
export function parseMapFileDocument(text: string): MapFileDocument | { problems: ProblemDetail[] } {
  return parseJsonDocument(text) ?? parseYamlInPieces(text) ?? parseYamlDocument(text);
}
