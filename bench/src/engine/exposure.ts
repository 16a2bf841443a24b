/**
 * What every team's delay of a day costs every external customer, beside igraph and scipy, which are asked for the same
 * pairs in the way that is fastest for them: from the customers backwards, all in one call.
 */
import { compile } from '@downstream/ripple/compile';
import { delayExposure } from '@downstream/ripple/exposure';
import { here, round, sideBySide, tell, type Contender } from '../measure.js';
import { besidePeers, checkSame, isPlain } from '../peers/beside-peers.js';
import { mapsToMeasure } from './maps.js';

/** One row of distances for each customer has to fit into memory. */
const mostPairs = 20_000_000;

export async function benchExposure(graph?: string): Promise<void> {
  for (const { name, content } of await mapsToMeasure([10_000], graph)) {
    const map = compile(content);
    const minutes = map.dayLength;
    const customers = map.isCustomer.reduce((sum, is) => sum + is, 0);
    const ours = () => delayExposure(map, minutes);
    await besidePeers(map, async ({ python, missing }) => {
      const contenders: Record<string, Contender> = { ours: here(ours) };
      const fits = customers * map.parties.length <= mostPairs && isPlain(map);
      for (const peer of fits ? ['igraph', 'scipy'] : []) {
        if (python?.versions[peer] === undefined) continue;
        const question = { question: 'exposure', minutes };
        checkSame(peer, map, ours(), await python.answer(peer, question));
        contenders[peer] = () => python.ask(peer, question);
      }
      const took = await sideBySide(contenders);
      const times = took['igraph'] === undefined ? undefined : took['igraph'] / took['ours']!;
      tell(
        `exposure by delay, ${name}`,
        {
          parties: map.parties.length,
          links: map.links.length,
          customers,
          ...(times !== undefined && { timesFasterThanIgraph: round(times) }),
          wanted: { timesFasterThanIgraph: 30 },
          milliseconds: Object.fromEntries(Object.entries(took).map(([who, ms]) => [who, round(ms!)])),
          missing,
        },
        times === undefined || times >= 30,
      );
    });
  }
}
