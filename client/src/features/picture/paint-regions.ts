import type { Group } from './folded-map';
import type { PaintGround } from './map-picture-props';
import { mixed } from './palette';
import { regionsOf, type Region } from './regions';
import type { Scene } from './scene';
import { overlaps } from './view';

/** Paints the regions of groups: hardly more than the paper, so that only the ripple has colour. */
export function groundOf(groups: readonly Group[]): PaintGround {
  let known: { boxes: Scene['boxes']; regions: Region[] } | undefined;
  return (context, { boxes }, { palette, zoom, shown }) => {
    if (known?.boxes !== boxes) known = { boxes, regions: regionsOf(groups, boxes) };
    context.fillStyle = mixed(palette.paper, palette.ink, palette.isDark ? 0.07 : 0.045);
    context.strokeStyle = mixed(palette.paper, palette.ink, palette.isDark ? 0.2 : 0.13);
    context.lineWidth = Math.max(1, 0.7 / zoom);
    for (const { box } of known.regions) {
      if (!overlaps(box, shown)) continue;
      context.beginPath();
      context.roundRect(box.x, box.y, box.width, box.height, 14);
      context.fill();
      context.stroke();
    }
  };
}
