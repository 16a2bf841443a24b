import fc from 'fast-check';
import { compile } from '../../ripple/src/compile.js';
import { plainMap } from '../../ripple/src/oracles/plain-map.js';
import { drawing, randomMap } from '../../ripple/src/oracles/random-map.js';

/** Small maps with loops and substitutes, as the engine sees them and by the book, and how late parties are on them. */
export const mapsUpTo = (parties: number, links: number) =>
  fc
    .tuple(fc.nat(), fc.integer({ min: 2, max: parties }), fc.integer({ min: 1, max: links }))
    .map(([seed, count, many]) => {
      const content = randomMap(seed, count, many);
      const minutes = drawing(seed).oneOf([5, 30, 60, 100, 480]);
      return { content, plain: plainMap(content), map: compile(content), minutes };
    });

/** So many of them, the same each time. */
export const runs = (numRuns: number) => ({ numRuns, seed: 20261123 });
