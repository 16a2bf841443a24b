import type { z } from 'zod';
import { didYouMean } from './nearest-name.js';
import type { ProblemDetail } from './problem.js';

/** What an entry is called in a sentence, and the names that its fields may have. */
export interface EntryForm {
  called: string;
  fields: readonly string[];
}

type Path = (string | number)[];

/**
 * What a schema found wrong in an entry that a person wrote: for each problem its path, what stands there, and
 * what would be right. `formAt` gives the form of the entry at a path within it.
 */
export function issuesInWords(
  error: z.ZodError,
  written: unknown,
  formAt: (path: Path) => EntryForm,
): Pick<ProblemDetail, 'path' | 'message'>[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownField(key, formAt(path)) }));
    }
    return [{ path, message: issueInWords(issue, valueAt(written, path)) }];
  });
}

const unknownField = (key: string, { called, fields }: EntryForm): string =>
  `is not a field of ${called}${didYouMean(key, fields) || `; it may have ${fields.join(', ')}`}`;

/** What a schema found wrong in one value, as a person would say it: what stands there, and what would be right. */
export function issueInWords(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return `is missing; ${wanted(issue)}`;
  // A rule of our own says all of its sentence, unless it only says what to write.
  if (issue.code === 'custom' && !issue.message.startsWith('write ')) return issue.message;
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return `is ${found(value)}; ${issue.message}`;
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    return `is ${found(value)}${didYouMean(value, issue.values.map(String)) || `; ${wanted(issue)}`}`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return `is ${found(value)}; write text, in quotes if it looks like something else`;
  }
  if (issue.code === 'too_big' && issue.origin === 'string' && typeof value === 'string') {
    return `has ${value.length} characters; ${wanted(issue)}`;
  }
  if (issue.code === 'too_big' && typeof value === 'string')
    return `is ${found(value)}; ${wanted(issue)} minutes`;
  return `is ${found(value)}; ${wanted(issue)}`;
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return rightType[issue.expected] ?? `write ${issue.expected}`;
  if (issue.code === 'invalid_value') return `write one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big') return `write at most ${issue.maximum}`;
  if (issue.code === 'too_small') return `write at least ${issue.minimum}`;
  return issue.message;
}

const rightType: Partial<Record<string, string>> = {
  string: 'write text',
  number: 'write a number',
  int: 'write a whole number',
  array: 'write a list',
  object: 'write fields, each with a name and a value',
};

/** What stands in the file, as a person would say it. */
function found(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}

/** What stands at a path within what was written; `undefined` where nothing does. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
