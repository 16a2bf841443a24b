import { compile } from '../compile.js';
import { simulate } from '../simulate.js';
import { randomMap, randomRequest } from './random-map.js';

/** How many maps the golden bytes are of. */
export const goldenMaps = 60;

/**
 * The reports of fixed random maps, small and large, as one text: the same bytes on every machine, in Node and in a
 * browser. Its digest is kept beside the tests; a change of it is a change of what the engine answers.
 */
export function goldenText(): string {
  const lines: string[] = [];
  for (let seed = 0; seed < goldenMaps; seed++) {
    const content = randomMap(seed, 4 + seed, 3 * (4 + seed));
    const request = randomRequest(seed, content);
    if (request) lines.push(JSON.stringify(simulate(compile(content), request)));
  }
  return lines.join('\n');
}
