/**
 * How cost grows from 1,000 to 250,000 teams, as a picture: each line is one piece of work, in milliseconds, beside one
 * that grows by n log n. What is told is the rise from the smallest size to the largest, beside that of n log n, and,
 * since the smallest map fits into a processor's first cache and the largest into none, beside the rise of as plain a
 * program as can be written: the settling pass in C, and a bare `Map` of the parties asked for both ends of each link.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import { reachedWorlds } from '@downstream/ripple/defect-worlds';
import { nextGateway } from '@downstream/ripple/gateways';
import { rippleOfDelay, settleDelay } from '@downstream/ripple/settle-delay';
import { here, round, sideBySide, tell } from '../measure.js';
import { organisation } from '../organisation.js';
import { besidePeers } from '../peers/beside-peers.js';
import { mostReached } from './gateways.js';
import { growthPicture, type GrowthLine } from './growth-picture.js';

const sizes = [1_000, 10_000, 100_000, 250_000];
const minutes = 480;
const worlds = 320;
const compiling = 'compile a map';
const lookingUp = 'look up its ends in a Map';
const causes = 'delay, causes and clock';
const lateness = 'delay, lateness alone';
const inC = 'the same in C';
/** Beside which line each is read. */
const plainest: Record<string, string> = { [compiling]: lookingUp, [causes]: inC, [lateness]: inC };
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
    const took = await besidePeers(map, ({ c }) =>
      sideBySide(
        {
          [compiling]: here(() => compile(content)),
          [lookingUp]: here(() => lookUpEnds(content)),
          'gateways of a customer': here(() => nextGateway(map, customer)),
          [`defect, ${worlds} worlds`]: here(() => reachedWorlds(map, [origin], 1, worlds)),
          [causes]: here(() => rippleOfDelay(map, own)),
          [lateness]: here(() => settleDelay(map, own)),
          ...(c && { [inC]: () => c.settle(origin, minutes) }),
        },
        5,
      ),
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
    const rise = riseOf(ms);
    const plain = lines.get(plainest[name] ?? '');
    const beside = plain && { beside: plain.name, itsRise: round(riseOf(plain.ms)) };
    const holds = name === inC || name === lookingUp ? null : rise <= wanted;
    const figures = { parties, milliseconds: ms.map(round), rise: round(rise), ...beside };
    tell(`growth, ${name}`, { ...figures, wanted: { nLogN: round(wanted) } }, holds);
  }
}

const riseOf = (ms: readonly number[]): number => ms.at(-1)! / ms[0]!;

/** What nobody gets around who turns names into numbers. */
function lookUpEnds({ parties, links }: MapContent): number {
  const numbers = new Map<string, number>();
  for (let v = 0; v < parties.length; v++) numbers.set(parties[v]!.id, v);
  let sum = 0;
  for (const { provider, customer } of links) sum += numbers.get(provider)! + numbers.get(customer)!;
  return sum;
}
