import {
  Composer,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type Node,
  type ParsedNode,
} from 'yaml';
import type { DocumentPath, MapFileDocument } from './map-file-document.js';
import type { ProblemDetail } from './problem.js';
import { alias } from './yaml-alias.js';

/** A map file has five levels; what nests deeper is an attack on the reader. */
const deepest = 32;

/**
 * Parses YAML, of which JSON is a part, into plain values without prototypes. Every syntax error is reported,
 * with its line. Cost is bounded: nesting is measured before anything recursive runs, aliases are refused, and
 * duplicate keys are looked for with a set, which the library does by comparing each with each. Where the text is a
 * part of a longer one, `wholeLine` gives each of its lines the number that it has there.
 */
export function parseYamlDocument(
  text: string,
  wholeLine = (line: number): number => line,
): MapFileDocument | { problems: ProblemDetail[] } {
  const lines = new LineCounter();
  const tokens = tokensOf(text, lines);
  const lineAt = (offset: number): number => wholeLine(Math.max(1, lines.linePos(offset).line));
  if (!Array.isArray(tokens)) {
    return { problems: [problem(lineAt(tokens.tooDeepAt), 'nests too deeply for a map file', [])] };
  }
  const documents = [
    ...new Composer({ uniqueKeys: false, prettyErrors: false }).compose(tokens, true, text.length),
  ];
  const [document, second] = documents;
  const inWords = ({ pos, message }: { pos: [number, number]; message: string }): ProblemDetail =>
    problem(lineAt(pos[0]), inPlainWords(message), []);
  const problems = documents.flatMap(({ errors }) => errors.map(inWords));
  if (problems.length > 0) return { problems };
  if (second)
    return {
      problems: [problem(lineAt(second.range[0]), 'starts a second document; a file holds one map', [])],
    };
  if (!document?.contents)
    return { problems: [problem(wholeLine(1), 'is empty; write at least "map:" and a name', [])] };
  // What the library only warns of, such as a tag, can be read; the value is taken as if it had none.
  const slips = document.warnings.map(inWords);
  const value = plainValue(document.contents, [], lineAt, slips);
  const line = (path: DocumentPath) => lineOf(document, path, lineAt);
  return { value, slips, lineOf: line, nearLineOf: line };
}

function tokensOf(text: string, lines: LineCounter): CST.Token[] | { tooDeepAt: number } {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > deepest) return { tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

const problem = (line: number, message: string, path: DocumentPath): ProblemDetail => ({
  code: 'FILE_INVALID',
  line,
  path: [...path],
  message,
});

function inPlainWords(message: string): string {
  if (message.startsWith('Tabs are not allowed')) return 'is indented with a tab; use spaces';
  const tag = /^Unresolved tag: (?:tag:yaml\.org,2002:)?(.*)/.exec(message)?.[1];
  if (tag !== undefined) return `has the tag ${tag}; write the value without a tag`;
  return `cannot be read: ${message}`;
}

/** Recursion is bounded by `deepest`. */
function plainValue(
  node: Node | null,
  path: DocumentPath,
  lineAt: (offset: number) => number,
  problems: ProblemDetail[],
): unknown {
  const offset = node?.range?.[0] ?? 0;
  if (isAlias(node)) return alias;
  if (isSeq(node)) {
    return node.items.map((item, index) => plainValue(item as Node, [...path, index], lineAt, problems));
  }
  if (isMap(node)) {
    const fields: Record<string, unknown> = {};
    const firstLines = new Map<string, number>();
    for (const { key, value } of node.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
      const line = lineAt(key?.range[0] ?? offset);
      const name = isScalar(key) ? nameOf(key.value) : undefined;
      if (name === undefined) {
        problems.push(problem(line, 'has a field whose name is no plain text', path));
        continue;
      }
      const first = firstLines.get(name);
      if (first !== undefined) {
        problems.push(problem(line, `is written twice, first on line ${first}; keep one`, [...path, name]));
        continue;
      }
      firstLines.set(name, line);
      const plain = plainValue(value, [...path, name], lineAt, problems);
      // Assigning "__proto__" would set a prototype; defining it makes a field like any other, and an unknown one.
      Object.defineProperty(fields, name, {
        value: plain,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return fields;
  }
  // A field left blank counts as not written.
  return isScalar(node) && node.value !== null ? node.value : undefined;
}

const nameOf = (key: unknown): string | undefined =>
  typeof key === 'string' || typeof key === 'number' || typeof key === 'boolean' ? String(key) : undefined;

function lineOf(document: Document, path: DocumentPath, lineAt: (offset: number) => number): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && nameOf(key.value) === step);
      if (!isPair(pair) || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return lineAt(offset);
}
