import { breather } from '../store/breathe.js';

/**
 * A value on its way between threads: JSON with its long lists taken out, and these in slices. A thread that unpacks
 * it never parses more than a slice at a time, where a structured clone of 50,000 items would hold it up at one go.
 */
export interface Parcel {
  text: string;
  /** Slices of the lists, to be appended where `path` leads; outer lists come before those inside them. */
  slices: { path: Path; text: string }[];
}
type Path = (string | number)[];

/** Elements that a list may have and still go with the rest. */
const short = 100;
/** Characters of JSON in a slice, about: under a millisecond's work. */
const sliceLength = 64_000;

export async function pack(value: unknown): Promise<Parcel> {
  const long: { path: Path; list: readonly unknown[] }[] = [];
  const text = JSON.stringify(withoutLongLists(value ?? null, [], long));
  const slices: Parcel['slices'] = [];
  const breath = breather();
  for (const { path, list } of long) {
    let slice: string[] = [];
    let length = 0;
    const inside: typeof long = [];
    for (const [index, element] of list.entries()) {
      const json = JSON.stringify(withoutLongLists(element, [...path, index], inside));
      slice.push(json);
      length += json.length;
      if (length < sliceLength) continue;
      slices.push({ path, text: `[${slice.join(',')}]` });
      slice = [];
      length = 0;
      if (breath.isDue()) await breath.take();
    }
    slices.push({ path, text: `[${slice.join(',')}]` });
    // They come up later in this same loop.
    long.push(...inside);
  }
  return { text, slices };
}

export async function unpack({ text, slices }: Parcel): Promise<unknown> {
  const value: unknown = JSON.parse(text);
  const breath = breather();
  for (const slice of slices) {
    const list = slice.path.reduce((inside, key) => (inside as Record<string | number, unknown>)[key], value);
    (list as unknown[]).push(...(JSON.parse(slice.text) as unknown[]));
    if (breath.isDue()) await breath.take();
  }
  return value;
}

/** The same value with every long list empty; the lists themselves are added to `long`. What holds none is not copied. */
function withoutLongLists(
  value: unknown,
  path: Path,
  long: { path: Path; list: readonly unknown[] }[],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value) && value.length > short) {
    long.push({ path, list: value });
    return [];
  }
  const parts = Object.entries(value);
  let isShorter = false;
  for (const part of parts) {
    const [key, inside] = part as [string, unknown];
    if (typeof inside !== 'object' || inside === null) continue;
    part[1] = withoutLongLists(inside, [...path, key], long);
    isShorter ||= part[1] !== inside;
  }
  if (!isShorter) return value;
  return Array.isArray(value) ? parts.map(([, part]) => part as unknown) : Object.fromEntries(parts);
}
