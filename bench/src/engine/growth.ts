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
import { here, round, tell } from '../measure.js';
import { organisation, withoutNumbers } from '../organisation.js';
import { mostReached } from './gateways.js';
import { growthPicture, type GrowthLine } from './growth-picture.js';

const sizes = [1_000, 10_000, 100_000, 250_000];
const minutes = 480;
const worlds = 320;
/** So long, and so often at least, each piece of work is repeated. */
const leastMs = 4_000;
const leastRuns = 12;
const picture = join(import.meta.dirname, '..', '..', '..', 'docs', 'performance-growth.svg');

/** Growth is over sizes: one graph of one's own has none. */
export function benchGrowth(graph?: string): void {
  if (graph !== undefined) {
    process.stderr.write('Without growth: it is measured on maps of four sizes, not on one graph.\n');
    return;
  }
  const lines = new Map<string, GrowthLine>();
  const parties: number[] = [];
  const again = workOn([organisation(sizes[0]!)]);
  for (const teams of sizes) {
    const count = Math.round(sizes.at(-1)! / teams);
    const contents = Array.from({ length: count }, (_, i) => organisation(teams, 4, i + 1));
    parties.push(contents[0]!.parties.length);
    for (const [name, ms] of Object.entries(workOn(contents))) {
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
function workOn(contents: readonly MapContent[]): Record<string, number> {
  // One piece after the other, so that none cleans up after another.
  const compiling = onAll(contents, (content) => compile(content));
  const asked = contents.map(askedOf);
  return {
    'compile a map': compiling,
    'gateways of a customer': onAll(asked, ({ map, customer }) => nextGateway(map, customer)),
    [`defect that spreads, ${worlds} worlds`]: onAll(asked, ({ bare, origin }) =>
      reachedWorlds(bare, [origin], 1, worlds),
    ),
    'delay, causes and clock': onAll(asked, ({ map, origin }) =>
      rippleOfDelay(map, [{ party: origin, minutes }]),
    ),
    'delay, lateness alone': onAll(asked, ({ map, origin }) =>
      settleDelay(map, [{ party: origin, minutes }]),
    ),
  };
}

/**
 * The mean of many runs, not their middle: the collector's walk over the heap comes every second or third time, at each
 * size, and belongs to the cost.
 */
function onAll<Thing>(things: readonly Thing[], work: (thing: Thing) => unknown): number {
  const run = here(() => things.forEach(work));
  let runs = 0;
  let spent = 0;
  for (; spent < leastMs || runs < leastRuns; runs++) spent += run();
  return spent / runs;
}
