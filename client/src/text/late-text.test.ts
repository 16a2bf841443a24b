/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(import.meta.dirname, '..');
const start = join(root, 'main.tsx');

const sources = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
    .map((name) => [join(root, name), readFileSync(join(root, name), 'utf8')]),
);

const matches = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].map(([, found]) => found!);

/** The files of ours that a file names by such a pattern. */
function named(file: string, pattern: RegExp): string[] {
  return matches(sources.get(file)!, pattern)
    .map((name) => normalize(join(dirname(file), name)))
    .flatMap((path) => [path, `${path}.ts`, `${path}.tsx`].filter((name) => sources.has(name)));
}

/** All that comes with a file. */
function closure(file: string): Set<string> {
  const found = new Set([file]);
  for (const one of found) {
    for (const other of named(one, /^(?:import|export)(?! type)[^'();]*'(\.[^']+)'/gm)) found.add(other);
  }
  return found;
}

/** Which file brings which words: `details` of `t('details.name')`. */
const bringer = new Map(
  [...sources].flatMap(([file, source]) =>
    matches(source, /addText\(\{([^}]*)\}\)/g).flatMap((names) =>
      matches(names, /(\w+):/g).map((name) => [name, file] as const),
    ),
  ),
);

/** What a file asks for when it is first needed. */
const askedFor = (file: string): string[] => named(file, /\bimport\(\s*'(\.[^']+)'/g);

/** Each part that is loaded by itself, with all that it brings. */
function partsOfThePage(): Map<string, Set<string>> {
  const parts = new Map([[start, closure(start)]]);
  for (const files of parts.values()) {
    for (const part of [...files].flatMap(askedFor)) if (!parts.has(part)) parts.set(part, closure(part));
  }
  return parts;
}

/** What is there for sure with a part: what it brings, and what everybody has who may have asked for it. */
function thereWith(parts: Map<string, Set<string>>): Map<string, Set<string>> {
  const askers = new Map([...parts.keys()].map((part): [string, string[]] => [part, []]));
  for (const [asker, files] of parts) {
    for (const part of new Set([...files].flatMap(askedFor))) askers.get(part)!.push(asker);
  }
  const everything = new Set(sources.keys());
  const there = new Map(
    [...parts.keys()].map((part) => [part, part === start ? parts.get(start)! : everything]),
  );
  // A chain of askers is no longer than there are parts.
  for (let asked = 0; asked < parts.size; asked++) {
    for (const [part, files] of parts) {
      if (part === start) continue;
      const shared = [...everything].filter((file) =>
        askers.get(part)!.every((asker) => there.get(asker)!.has(file)),
      );
      there.set(part, new Set([...files, ...shared]));
    }
  }
  return there;
}

test('whatever is loaded late comes with its words, or after them', () => {
  const parts = partsOfThePage();
  const there = thereWith(parts);
  const missing = [...parts].flatMap(([part, files]) =>
    [...files].flatMap((file) =>
      [...new Set(matches(sources.get(file)!, /['`](\w+)\.\w/g))]
        .filter((name) => bringer.has(name) && !there.get(part)!.has(bringer.get(name)!))
        .map((name) => `${file.slice(root.length + 1)} says ${name}.… in ${part.slice(root.length + 1)}`),
    ),
  );
  expect(bringer.size).toBeGreaterThan(10);
  expect(parts.size).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});
