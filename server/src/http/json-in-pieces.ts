import { setImmediate as nextTurn } from 'node:timers/promises';

/** Members of a long list that are written in one go: well under a millisecond's work each time. */
const piece = 500;

/**
 * A value as JSON, piece by piece: the long lists directly in it are cut, and between two pieces other requests
 * have their turn. The text is the one that `JSON.stringify` gives.
 */
export async function* jsonInPieces(value: unknown): AsyncGenerator<string> {
  if (Array.isArray(value)) {
    yield* listInPieces(value);
    return;
  }
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
    return;
  }
  let opening = '{';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${opening}${JSON.stringify(key)}:`;
    opening = ',';
    if (Array.isArray(member)) yield* listInPieces(member);
    else yield JSON.stringify(member);
  }
  yield opening === '{' ? '{}' : '}';
}

async function* listInPieces(list: readonly unknown[]): AsyncGenerator<string> {
  yield '[';
  for (let start = 0; start < list.length; start += piece) {
    if (start > 0) await nextTurn();
    const text = JSON.stringify(list.slice(start, start + piece));
    yield (start > 0 ? ',' : '') + text.slice(1, -1);
  }
  yield ']';
}

/** True where writing the value at once could hold others up. */
export const isLong = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) ? [value] : Object.values(value)).some(
    (member) => Array.isArray(member) && member.length > piece,
  );
