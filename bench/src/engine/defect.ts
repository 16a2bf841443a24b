/**
 * 10,000 worlds of one defect, beside cynetdiff's independent cascades, one world after the other; both on one thread.
 * Both draw for themselves, so what is checked equal is how many parties are reached on average, within five standard
 * errors.
 */
import type { MapContent } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import { reachedWorlds } from '@downstream/ripple/defect-worlds';
import { allHold, atLeast, here, round, sideBySide, tell, type Contender } from '../measure.js';
import { besidePeers } from '../peers/beside-peers.js';
import { mapsToMeasure } from './maps.js';

const worlds = 10_000;
const seed = 1;
const wanted = 20;

/** A map on which defects die out, and, but for a graph of one's own, the same where nobody stated how many pass. */
export async function benchDefect(graph?: string): Promise<void> {
  for (const { name, content } of await mapsToMeasure([10_000], graph)) {
    await measure(name, content);
    if (graph !== undefined) continue;
    const statements = content.statements.map(({ type, id, link, side }) => ({ type, id, link, side }));
    await measure(`${name}, nothing stated of defects`, { ...content, statements });
  }
}

async function measure(name: string, content: MapContent): Promise<void> {
  const map = compile(content);
  const origin = map.isCustomer.indexOf(0);
  const ours = () => reachedWorlds(map, [origin], seed, worlds);
  const mean = ours().reduce((sum, of) => sum + of, 0) / worlds;
  await besidePeers(map, async ({ python, missing }) => {
    const contenders: { ours: Contender; cynetdiff?: Contender } = { ours: here(ours) };
    if (python?.versions['cynetdiff'] !== undefined) {
      const question = { question: 'defect', origin, worlds };
      const [theirs, error] = await python.answer('cynetdiff', question);
      if (Math.abs(mean - theirs!) > 5 * error!) {
        throw new Error(`Ours reach ${mean} parties, cynetdiff's ${theirs} ± ${error}.`);
      }
      contenders.cynetdiff = () => python.ask('cynetdiff', question);
    }
    const { ours: mine, cynetdiff } = await sideBySide<'ours' | 'cynetdiff'>(contenders);
    const timesFaster = cynetdiff === undefined ? undefined : round(cynetdiff / mine!);
    tell(
      `defect, ${worlds.toLocaleString('en')} worlds, ${name}`,
      {
        parties: map.parties.length,
        links: map.links.length,
        reachedOnAverage: round(mean),
        ...(timesFaster !== undefined && { timesFaster }),
        wanted: { timesFaster: wanted },
        milliseconds: { ours: round(mine!), ...(cynetdiff !== undefined && { cynetdiff: round(cynetdiff) }) },
        missing,
      },
      allHold([atLeast(timesFaster, wanted)]),
    );
  });
}
