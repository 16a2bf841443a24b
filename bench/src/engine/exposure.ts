/**
 * What every team's delay of a day costs every external customer, beside igraph's distances for the same pairs: from all
 * teams to all external customers, in one call, run once because it takes a minute or two; and beside what somebody
 * would ask who knows that it is faster, igraph and scipy from the customers backwards.
 */
import { compile } from '@downstream/ripple/compile';
import { delayExposure } from '@downstream/ripple/exposure';
import { allHold, atLeast, here, round, sideBySide, tell, type Contender } from '../measure.js';
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
      let pairs: number | undefined;
      if (fits && python?.versions['igraph'] !== undefined) {
        const { ms, answer } = await python.askOnce('igraph', { question: 'exposure', minutes });
        checkSame('igraph', map, ours(), answer);
        pairs = ms;
      }
      for (const peer of fits ? ['igraph', 'scipy'] : []) {
        if (python?.versions[peer] === undefined) continue;
        const question = { question: 'exposure backwards', minutes };
        checkSame(peer, map, ours(), await python.answer(peer, question));
        contenders[`${peer} backwards`] = () => python.ask(peer, question);
      }
      const took: Partial<Record<string, number>> = await sideBySide(contenders);
      if (pairs !== undefined) took['igraph'] = pairs;
      const times = (peer: string): number | undefined => took[peer] && took[peer] / took['ours']!;
      const [forPairs, backwards] = [times('igraph'), times('igraph backwards')];
      tell(
        `exposure by delay, ${name}`,
        {
          parties: map.parties.length,
          links: map.links.length,
          customers,
          ...(forPairs !== undefined && { timesFasterThanIgraph: round(forPairs) }),
          ...(backwards !== undefined && { timesFasterThanIgraphBackwards: round(backwards) }),
          wanted: { timesFasterThanIgraph: 30 },
          milliseconds: Object.fromEntries(Object.entries(took).map(([who, ms]) => [who, round(ms!)])),
          missing,
        },
        allHold([atLeast(forPairs, 30)]),
      );
    });
  }
}
