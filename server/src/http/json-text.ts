import { DownstreamError } from '@downstream/graph-schema/problem';

/** Deeper than anything this server takes, and shallow enough that no recursive reader runs out of stack. */
const deepest = 32;

/**
 * Reads JSON that a stranger sent. Throws MALFORMED where it is no JSON, and INPUT_INVALID where it is nested too
 * deep, counted before it is parsed. A field called `__proto__` is one like any other, which the schemas refuse by name
 * beside whatever else is wrong.
 */
export function readJsonText(text: string): unknown {
  if (depthOf(text) > deepest) {
    throw new DownstreamError('INPUT_INVALID', [
      { path: [], message: `is nested more than ${deepest} deep` },
    ]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DownstreamError('MALFORMED', [
      { path: [], message: error instanceof Error ? error.message : 'is no JSON' },
    ]);
  }
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
