import type { z } from 'zod';
import { issuesInWords, type EntryForm } from './issue-in-words.js';
import type { DocumentPath, MapFileDocument } from './map-file-document.js';
import { mapFileSchema, writtenLinkSchema, writtenPartySchema, writtenStatementSchema } from './map-file.js';
import { externalCustomerSchema, positionSchema, teamSchema, type PartyKind } from './party.js';
import { firstOf, mostNamed, type ProblemDetail } from './problem.js';

const formOf = (called: string, schema: { shape: object }): EntryForm => ({
  called,
  fields: Object.keys(schema.shape).filter((field) => field !== 'type'),
});

/** What each kind of entry is called, and its fields. */
export const forms = {
  file: formOf('a map file', mapFileSchema),
  party: formOf('a party', writtenPartySchema),
  link: formOf('a link', writtenLinkSchema),
} as const;

export const formOfKind = (kind: PartyKind): EntryForm =>
  kind === 'external-customer'
    ? formOf('an external customer', externalCustomerSchema)
    : formOf(`a ${kind}`, teamSchema);

const inner: Partial<Record<string, EntryForm>> = {
  expectation: formOf('a statement', writtenStatementSchema),
  commitment: formOf('a statement', writtenStatementSchema),
  position: formOf('a position', positionSchema),
};

/** Collects everything that is wrong in one map file. */
export interface ProblemCollection {
  say: (path: DocumentPath, message: string, code?: ProblemDetail['code']) => void;
  /** The checked entry, or `undefined` once its problems are noted. `written` is the entry as it stands in the file. */
  check: <T>(
    schema: z.ZodType<T>,
    entry: unknown,
    at: { path: DocumentPath; form: EntryForm; written?: unknown },
  ) => T | undefined;
  count: () => number;
  inOrder: () => ProblemDetail[];
}

export function collectProblems({
  lineOf,
  nearLineOf,
  slips,
}: Pick<MapFileDocument, 'lineOf' | 'nearLineOf' | 'slips'>): ProblemCollection {
  const problems: { near: number; problem: ProblemDetail }[] = slips.map((problem) => ({
    near: problem.line ?? 0,
    problem,
  }));
  const say: ProblemCollection['say'] = (path, message, code = 'FILE_INVALID') => {
    problems.push({ near: nearLineOf(path), problem: { code, path: [...path], message } });
  };
  return {
    say,
    check(schema, entry, { path, form, written = entry }) {
      const checked = schema.safeParse(entry);
      if (checked.success) return checked.data;
      const formAt = (at: (string | number)[]): EntryForm => inner[String(at.at(-1))] ?? form;
      for (const issue of issuesInWords(checked.error, written, formAt)) {
        say([...path, ...issue.path], issue.message);
      }
      return undefined;
    },
    count: () => problems.length,
    inOrder() {
      const ordered = problems.sort((a, b) => a.near - b.near).map(({ problem }) => problem);
      const first = ordered
        .slice(0, mostNamed)
        .map((problem) => ({ ...problem, line: problem.line ?? lineOf(problem.path) }));
      return byLine(first, problems.length);
    },
  };
}

/** Problems in the order of their lines, the first thousand of them; `inAll` as in `firstOf`. */
export const byLine = (problems: readonly ProblemDetail[], inAll = problems.length): ProblemDetail[] =>
  firstOf(
    [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    inAll,
  );
