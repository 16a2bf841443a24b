/**
 * How cost grows from 1,000 to 250,000 teams, as a picture: each line is one piece of work, in milliseconds, beside one
 * that grows by n log n. What is told is the rise from the smallest size to the largest, beside that of n log n.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@downstream/ripple/compile';
import { reachedWorlds } from '@downstream/ripple/defect-worlds';
import { nextGateway } from '@downstream/ripple/gateways';
import { rippleOfDelay, settleDelay } from '@downstream/ripple/settle-delay';
import { here, round, sideBySide, tell } from '../measure.js';
import { organisation } from '../organisation.js';
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
  for (const teams of sizes) {
    const content = organisation(teams);
    const map = compile(content);
    const origin = map.isCustomer.indexOf(0);
    const own = [{ party: origin, minutes }];
    const customer = mostReached(map);
    const took = await sideBySide(
      {
        'compile a map': here(() => compile(content)),
        'gateways of a customer': here(() => nextGateway(map, customer)),
        [`defect, ${worlds} worlds`]: here(() => reachedWorlds(map, [origin], 1, worlds)),
        'delay, causes and clock': here(() => rippleOfDelay(map, own)),
        'delay, lateness alone': here(() => settleDelay(map, own)),
      },
      5,
    );
    parties.push(map.parties.length);
    for (const [name, ms] of Object.entries(took)) {
      lines.set(name, { name, ms: [...(lines.get(name)?.ms ?? []), ms] });
    }
  }
  mkdirSync(join(picture, '..'), { recursive: true });
  writeFileSync(picture, growthPicture(parties, [...lines.values()]));
  const nLogN = (n: number): number => n * Math.log(n);
  const wanted = nLogN(parties.at(-1)!) / nLogN(parties[0]!);
  for (const { name, ms } of lines.values()) {
    const rise = ms.at(-1)! / ms[0]!;
    tell(
      `growth, ${name}`,
      {
        parties,
        milliseconds: ms.map(round),
        rise: round(rise),
        wanted: { nLogN: round(wanted) },
      },
      rise <= wanted,
    );
  }
}
