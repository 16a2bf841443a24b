import type { Point } from '../features/picture/route';
import { routeThrough } from '../features/picture/route';
import type { SceneLink } from '../features/picture/scene';

/** A blocking link on the picture, along these points. */
export const sceneLink = (
  id: string,
  provider: string,
  customer: string,
  along: readonly [Point, Point],
): SceneLink => ({
  id,
  provider,
  customer,
  output: 'work',
  line: 'blocking',
  disputed: false,
  route: routeThrough([...along]),
});
