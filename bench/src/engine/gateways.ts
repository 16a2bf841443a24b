/** Everyone's next gateway on the way to the customer whom most parties reach, beside igraph's dominators. */
import { compile } from '@downstream/ripple/compile';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { nextGateway } from '@downstream/ripple/gateways';
import { allHold, atLeast, here, round, sideBySide, tell, type Contender } from '../measure.js';
import { besidePeers, checkSame, isPlain } from '../peers/beside-peers.js';
import { mapsToMeasure } from './maps.js';

export async function benchGateways(graph?: string): Promise<void> {
  for (const { name, content } of await mapsToMeasure([100_000], graph)) {
    const map = compile(content);
    const customer = mostReached(map);
    const ours = nextGateway(map, customer);
    await besidePeers(map, async ({ python, missing }) => {
      const contenders: Record<string, Contender> = { ours: here(() => nextGateway(map, customer)) };
      if (isPlain(map) && python?.versions['igraph'] !== undefined) {
        const question = { question: 'gateways', customer };
        // The customer is its own next gateway to us, and has none to igraph.
        const theirs = await python.answer('igraph', question);
        theirs[customer] = customer;
        checkSame('igraph', map, ours, theirs);
        contenders['igraph'] = () => python.ask('igraph', question);
      }
      const took = await sideBySide(contenders);
      const times = took['igraph'] === undefined ? undefined : took['igraph'] / took['ours']!;
      tell(
        `gateways, ${name}`,
        {
          parties: map.parties.length,
          links: map.links.length,
          behind: ours.filter((next) => next >= 0).length - 1,
          ...(times !== undefined && { timesFasterThanIgraph: round(times) }),
          wanted: { timesFasterThanIgraph: 2 },
          milliseconds: Object.fromEntries(Object.entries(took).map(([who, ms]) => [who, round(ms!)])),
          missing,
        },
        allHold([atLeast(times, 2)]),
      );
    });
  }
}

/** Of the first hundred customers, the one that most parties reach. */
export function mostReached(map: CompiledMap): number {
  let most = 0;
  let found = -1;
  let tried = 0;
  for (let x = 0; x < map.parties.length && tried < 100; x++) {
    if (map.isCustomer[x] === 0) continue;
    tried += 1;
    const reach = nextGateway(map, x).reduce((sum, next) => sum + (next >= 0 ? 1 : 0), 0);
    if (reach > most) [most, found] = [reach, x];
  }
  return found;
}
