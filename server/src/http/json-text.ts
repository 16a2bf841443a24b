import { DownstreamError, type ProblemDetail } from '@downstream/graph-schema/problem';

/** Deeper than anything this server takes, and shallow enough that no recursive reader runs out of stack. */
const deepest = 32;

/**
 * Reads JSON that a stranger sent. Throws MALFORMED where it is no JSON, and INPUT_INVALID where it is nested too
 * deep (counted before it is parsed) or holds a key that JavaScript reads as an object's ancestry.
 */
export function readJsonText(text: string): unknown {
  if (depthOf(text) > deepest) {
    throw new DownstreamError('INPUT_INVALID', [
      { path: [], message: `is nested more than ${deepest} deep` },
    ]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DownstreamError('MALFORMED', [
      { path: [], message: error instanceof Error ? error.message : 'is no JSON' },
    ]);
  }
  // Only such a key, plain or escaped, is worth a walk over the whole value.
  const forbidden = /__proto__|\\u00/.test(text) ? ancestryKeys(value, []) : [];
  if (forbidden.length > 0) throw new DownstreamError('INPUT_INVALID', forbidden);
  return value;
}

/** The deepest nesting of brackets, those in strings left out; counts no further than one too many. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 92 /* \ */) at++;
      else if (code === 34 /* " */) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 /* { */ || code === 91 /* [ */) {
      most = Math.max(most, ++depth);
      if (most > deepest) return most;
    } else if (code === 125 /* } */ || code === 93 /* ] */) depth--;
  }
  return most;
}

function ancestryKeys(value: unknown, path: readonly (string | number)[]): ProblemDetail[] {
  if (typeof value !== 'object' || value === null) return [];
  const members: [string | number, unknown][] = Array.isArray(value)
    ? value.map((member, index) => [index, member])
    : Object.entries(value);
  return members.flatMap(([key, member]) =>
    key === '__proto__'
      ? [{ path: [...path, key], message: 'is not a known field; remove it' }]
      : ancestryKeys(member, [...path, key]),
  );
}
