import { z } from 'zod';
import { errorCodes, errors, type ErrorCode } from './error-code.js';
import { issueInWords, valueAt } from './issue-in-words.js';
import { storedItemSchema, type StoredItem } from './item.js';

/** One thing that is wrong: where, and what would be right. */
export const problemDetailSchema = z.strictObject({
  path: z.array(z.union([z.string(), z.int()])),
  message: z.string(),
  code: z.enum(errorCodes).optional(),
  line: z.int().min(1).optional(),
});
export type ProblemDetail = z.infer<typeof problemDetailSchema>;

/** An error as it goes over the wire, by RFC 9457 (application/problem+json). */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes),
  errors: z.array(problemDetailSchema).optional(),
  current: storedItemSchema.optional().meta({ description: 'after VERSION_CONFLICT: the item as it stands' }),
  id: z.string().optional().meta({ description: 'after INTERNAL: what to look for in the log' }),
});
export type Problem = z.infer<typeof problemSchema>;

/** An error a person can act on. Everything else that is thrown is a bug. */
export class DownstreamError extends Error {
  override readonly name = 'DownstreamError';
  constructor(
    readonly code: ErrorCode,
    readonly details: readonly ProblemDetail[] = [],
    readonly current?: StoredItem,
  ) {
    super([errors[code].sentence, ...details.map(inWords)].join('\n'));
  }
}

/** A detail as one line of text: where, then what. */
export function inWords({ line, path, message }: ProblemDetail): string {
  const where = path.length > 0 ? path.join('.') : '';
  return [line === undefined ? '' : `line ${line}`, where, message].filter(Boolean).join(': ');
}

/** More than this many problems help nobody, and each costs whoever passes them on. */
export const mostNamed = 1_000;

/** The first thousand problems, and how many there are beside these. `inAll` counts those that were never put in words. */
export function firstOf(problems: readonly ProblemDetail[], inAll = problems.length): ProblemDetail[] {
  if (inAll <= mostNamed) return [...problems];
  const message = `and ${inAll - mostNamed} more problems after these`;
  return [...problems.slice(0, mostNamed), { path: [], message }];
}

/** The problems that a schema found, with their paths, the members of a union laid open. */
export function detailsOf(error: z.ZodError, written: unknown): ProblemDetail[] {
  const { issues } = error;
  const first = issues.slice(0, mostNamed).flatMap((issue) => detailsOfIssue(issue, written, []));
  return firstOf(first, Math.max(first.length, issues.length));
}

function detailsOfIssue(
  issue: z.core.$ZodIssue,
  written: unknown,
  prefix: (string | number)[],
): ProblemDetail[] {
  const path = [...prefix, ...plain(issue.path)];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The member that came furthest is the one that was meant.
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0]!;
    return nearest.flatMap((inner) => detailsOfIssue(inner, written, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: 'is not a known field; remove it',
    }));
  }
  return [{ path, message: issueInWords(issue, valueAt(written, path)) }];
}

const plain = (path: PropertyKey[]): (string | number)[] =>
  path.map((key) => (typeof key === 'number' ? key : String(key)));
