import { distanceTo, type Point } from './route';
import type { Scene } from './scene';
import { partyAt } from './walk';

export type Target = { party: string } | { link: string } | undefined;

/** Pixels beside a link that still count as on it. A fingertip is wide: where nothing is nearer it reaches farther. */
const linkReach = 9;
const fingerReach = { card: 12, link: 22 };

/** What is meant by a tap on the paper, off every card, at a zoom. */
export function targetAt(scene: Scene, point: Point, zoom: number, isFinger: boolean): Target {
  const link = linkAt(scene, point, linkReach / zoom);
  if (link !== undefined || !isFinger) return link === undefined ? undefined : { link };
  const party = partyAt(scene, point, fingerReach.card / zoom);
  if (party !== undefined) return { party };
  const beside = linkAt(scene, point, fingerReach.link / zoom);
  return beside === undefined ? undefined : { link: beside };
}

/** The link nearest to a point, within reach. */
function linkAt({ links }: Scene, point: Point, reach: number): string | undefined {
  let nearest: string | undefined;
  let least = reach;
  for (const { id, route } of links) {
    const distance = distanceTo(route, point);
    if (distance < least) [nearest, least] = [id, distance];
  }
  return nearest;
}
