import type { Show } from '../../show/show';
import type { SceneLink } from './scene';

/**
 * The links by which the ripple came to a party, back to where it began; to a spared one, those that stopped before
 * it as well. Undefined where the ripple did not come near, or began.
 */
export function chainTo(party: string, show: Show, links: readonly SceneLink[]): Set<string> | undefined {
  const isNear = show.beats.has(party) || show.spared.has(party) || show.inconvenienced.has(party);
  if (!isNear) return undefined;
  const byId = new Map(links.map((link) => [link.id, link]));
  const chain = new Set<string>();
  const open = [party];
  const seen = new Set(open);
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    for (const { link: id, part } of show.travels) {
      const link = byId.get(id);
      if (link?.customer !== here || (part !== 'causing' && show.beats.has(here))) continue;
      chain.add(id);
      if (seen.has(link.provider)) continue;
      seen.add(link.provider);
      open.push(link.provider);
    }
  }
  // Where it began there is no way to light, and nothing to step back from it.
  return chain.size > 0 ? chain : undefined;
}
