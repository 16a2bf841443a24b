/**
 * How cost grows from 1,000 to 250,000 teams, as a picture: each line is one piece of work, in milliseconds a map, beside
 * one that grows by n log n. What is told is the rise from the smallest size to the largest, beside that of n log n.
 *
 * Like is compared with like: at each size as many parties in all, 250 maps of 1,000 teams in turn as one of 250,000.
 * One small map asked again and again would lie in a processor's first cache, its branches known by heart, and the
 * collector would have a thousandth of the heap to walk: that is the machine's growth and not the engine's. How quick a
 * small map is then is told besides.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { reachedWorlds } from '@downstream/ripple/defect-worlds';
import { nextGateway } from '@downstream/ripple/gateways';
import { rippleOfDelay, settleDelay } from '@downstream/ripple/settle-delay';
import { here, round, sideBySide, tell } from '../measure.js';
import { organisation, withoutNumbers } from '../organisation.js';
import { mostReached } from './gateways.js';
import { growthPicture, type GrowthLine } from './growth-picture.js';

const sizes = [1_000, 10_000, 100_000, 250_000];
const minutes = 480;
const worlds = 320;
const picture = join(import.meta.dirname, '..', '..', '..', 'docs', 'performance-growth.svg');

/** Growth is over sizes: one graph of one's own has none. */
export async function benchGrowth(graph?: string): Promise<void> {
  if (graph !== undefined) {
    process.stderr.write('Without growth: it is measured on maps of four sizes, not on one graph.\n');
    return;
  }
  const lines = new Map<string, GrowthLine>();
  const parties: number[] = [];
  const again = await workOn([organisation(sizes[0]!)]);
  for (const teams of sizes) {
    const count = Math.round(sizes.at(-1)! / teams);
    const contents = Array.from({ length: count }, (_, i) => organisation(teams, 4, i + 1));
    parties.push(contents[0]!.parties.length);
    for (const [name, ms] of Object.entries(await workOn(contents))) {
      lines.set(name, { name, ms: [...(lines.get(name)?.ms ?? []), ms / count] });
    }
  }
  mkdirSync(join(picture, '..'), { recursive: true });
  writeFileSync(picture, growthPicture(parties, [...lines.values()]));
  const nLogN = (n: number): number => n * Math.log(n);
  const wanted = nLogN(parties.at(-1)!) / nLogN(parties[0]!);
  for (const { name, ms } of lines.values()) {
    const rise = ms.at(-1)! / ms[0]!;
    const smallest = { askedAgainAndAgain: round(again[name]!), rise: round(ms.at(-1)! / again[name]!) };
    const figures = { parties, milliseconds: ms.map(round), rise: round(rise), smallest };
    tell(`growth, ${name}`, { ...figures, wanted: { nLogN: round(wanted) } }, rise <= wanted);
  }
}

interface Asked {
  map: CompiledMap;
  /** The same about which nobody stated a number, where defects spread. */
  bare: CompiledMap;
  origin: number;
  customer: number;
}

function askedOf(content: MapContent): Asked {
  const map = compile(content);
  const bare = compile(withoutNumbers(content));
  return { map, bare, origin: map.isCustomer.indexOf(0), customer: mostReached(map) };
}

/** Milliseconds that each piece of work takes on all the maps in turn. */
async function workOn(contents: readonly MapContent[]): Promise<Record<string, number>> {
  // One piece after the other, so that none cleans up after another.
  const compiling = await onAll('compile a map', contents, (content) => compile(content));
  const asked = contents.map(askedOf);
  return {
    ...compiling,
    ...(await onAll('gateways of a customer', asked, ({ map, customer }) => nextGateway(map, customer))),
    ...(await onAll(`defect that spreads, ${worlds} worlds`, asked, ({ bare, origin }) =>
      reachedWorlds(bare, [origin], 1, worlds),
    )),
    ...(await onAll('delay, causes and clock', asked, ({ map, origin }) =>
      rippleOfDelay(map, [{ party: origin, minutes }]),
    )),
    ...(await onAll('delay, lateness alone', asked, ({ map, origin }) =>
      settleDelay(map, [{ party: origin, minutes }]),
    )),
  };
}

async function onAll<Thing>(
  name: string,
  things: readonly Thing[],
  work: (thing: Thing) => unknown,
): Promise<Record<string, number>> {
  const took = await sideBySide({ [name]: here(() => things.forEach(work)) });
  return took as Record<string, number>;
}
