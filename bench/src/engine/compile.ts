/** Compiling a map's items into arrays: microseconds a link. */
import { compile } from '@downstream/ripple/compile';
import { here, round, sideBySide, tell } from '../measure.js';
import { mapsToMeasure } from './maps.js';

export async function benchCompile(graph?: string): Promise<void> {
  for (const { name, content } of await mapsToMeasure([10_000, 100_000, 250_000], graph)) {
    const items = { ...content };
    const { ms } = await sideBySide({ ms: here(() => compile(items)) });
    const perLink = (ms! * 1000) / items.links.length;
    tell(
      `compile, ${name}`,
      {
        links: items.links.length,
        microsecondsALink: round(perLink),
        wanted: 1,
        milliseconds: round(ms!),
      },
      perLink < 1,
    );
  }
}
