import { z } from 'zod';
import { issuesInWords, valueAt, type EntryForm } from './issue-in-words.js';
import type { DocumentPath, MapFileDocument } from './map-file-document.js';
import {
  mapFileSchema,
  writtenLinkSchema,
  writtenPartySchema,
  writtenPartySchemas,
  writtenStatementSchema,
} from './map-file.js';
import { positionSchema, type PartyKind } from './party.js';
import { firstOf, mostNamed, type ProblemDetail } from './problem.js';
import { alias } from './yaml-alias.js';

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

const formsOfKind: Record<PartyKind, EntryForm> = {
  team: formOf('a team', writtenPartySchemas.team),
  supplier: formOf('a supplier', writtenPartySchemas.supplier),
  'external-customer': formOf('an external customer', writtenPartySchemas['external-customer']),
};
export const formOfKind = (kind: PartyKind): EntryForm => formsOfKind[kind];

const inner: Partial<Record<string, EntryForm>> = {
  expectation: formOf('a statement', writtenStatementSchema),
  commitment: formOf('a statement', writtenStatementSchema),
  position: formOf('a position', positionSchema),
};

/** Collects everything that is wrong in one map file. */
export interface ProblemCollection {
  say: (path: DocumentPath, message: string, code?: ProblemDetail['code']) => void;
  /**
   * Says all that is wrong in an entry, and gives back what is right in it, so that one mistake hides no other.
   * `written` is the entry as it stands in the file.
   */
  read: <Shape extends z.ZodRawShape>(
    schema: z.ZodObject<Shape>,
    entry: unknown,
    at: { path: DocumentPath; form: EntryForm; written?: unknown },
  ) => Partial<z.infer<z.ZodObject<Shape>>>;
  count: () => number;
  inOrder: () => ProblemDetail[];
}

export function collectProblems({
  value: file,
  lineOf,
  nearLineOf,
  slips,
}: MapFileDocument): ProblemCollection {
  const problems: { near: number; problem: ProblemDetail }[] = slips.map((problem) => ({
    near: problem.line ?? 0,
    problem,
  }));
  const say: ProblemCollection['say'] = (path, message, code = 'FILE_INVALID') => {
    const found = valueAt(file, path) === alias ? 'is an alias (*name); write the value out' : message;
    problems.push({ near: nearLineOf(path), problem: { code, path: [...path], message: found } });
  };
  return {
    say,
    read(schema, entry, { path, form, written = entry }) {
      const checked = schema.safeParse(entry);
      if (checked.success) return checked.data;
      const formAt = (at: (string | number)[]): EntryForm => inner[String(at.at(-1))] ?? form;
      for (const issue of issuesInWords(checked.error, written, formAt)) {
        say([...path, ...issue.path], issue.message);
      }
      return soundFields(schema, entry);
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

/** The fields of an entry that are right, each by itself. */
export function soundFields<Shape extends z.ZodRawShape>(
  { shape }: z.ZodObject<Shape>,
  entry: unknown,
): Partial<z.infer<z.ZodObject<Shape>>> {
  const fields = isEntry(entry) ? entry : {};
  const sound = Object.entries(shape).flatMap(([field, schema]) => {
    const checked = z.safeParse(schema, fields[field]);
    return checked.success && checked.data !== undefined ? [[field, checked.data]] : [];
  });
  return Object.fromEntries(sound) as Partial<z.infer<z.ZodObject<Shape>>>;
}

export const isEntry = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Problems in the order of their lines, the first thousand of them; `inAll` as in `firstOf`. */
export const byLine = (problems: readonly ProblemDetail[], inAll = problems.length): ProblemDetail[] =>
  firstOf(
    [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    inAll,
  );
