import type { z } from 'zod';
import { limits } from './limits.js';
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
  const choices = choicesOf(issue);
  if (choices && typeof value === 'string') {
    return `is ${found(value)}${didYouMean(value, choices) || `; ${wanted(issue)}`}`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return `is ${found(value)}; write text, in quotes if it looks like something else`;
  }
  if (issue.code === 'too_small' && value === '') return 'is empty; write something';
  const size = issue.code === 'too_big' || issue.code === 'too_small' ? sizeOf(issue, value) : undefined;
  if (size !== undefined) return `has ${size} ${unitOf(value)}; ${wanted(issue)}`;
  // The limit is in minutes; whoever wrote another unit is told in hours, which are as long on every map.
  if (issue.code === 'too_big' && issue.maximum === limits.minutes && typeof value === 'string') {
    const most = /^\d+$/.test(value) ? `${limits.minutes} minutes` : `${limits.minutes / 60} hours`;
    return `is ${found(value)}; write at most ${most}`;
  }
  return `is ${found(value)}; ${wanted(issue)}`;
}

/** What may stand here, where it is one of a few. */
function choicesOf(issue: z.core.$ZodIssue): string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options.map(String) : undefined;
}

/** How long the text or list is that is of a wrong length, counted as its limit is: text by code points. */
function sizeOf({ origin }: { origin: string }, value: unknown): number | undefined {
  if (origin === 'string' && typeof value === 'string') return Array.from(value).length;
  return origin === 'array' && Array.isArray(value) ? value.length : undefined;
}

const unitOf = (value: unknown): string => (typeof value === 'string' ? 'characters' : 'entries');

/** What would be right. Never the library's own sentence: only rules of ours have messages that are for people. */
function wanted(issue: z.core.$ZodIssue): string {
  const choices = choicesOf(issue);
  if (choices) return `write ${choices.length === 1 ? '' : 'one of '}${choices.join(', ')}`;
  switch (issue.code) {
    case 'invalid_type':
      return rightType[issue.expected] ?? `write ${issue.expected}`;
    case 'too_big':
      return `write at most ${issue.maximum}`;
    case 'too_small':
      return `write at least ${issue.minimum}`;
    case 'not_multiple_of':
      return `write a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : `write a ${issue.format.toUpperCase()}`;
    case 'custom':
      return issue.message;
    case 'invalid_union':
      return issue.message.startsWith('write ') ? issue.message : 'write something else';
    case 'invalid_value':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return 'write something else';
  }
}

const rightType: Partial<Record<string, string>> = {
  string: 'write text',
  number: 'write a number',
  int: 'write a whole number',
  boolean: 'write true or false',
  array: 'write a list',
  object: 'write fields, each with a name and a value',
  record: 'write fields, each with a name and a value',
};

/** What stands in the file, as a person would say it. */
function found(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return 'null';
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
