import type { Group } from './folded-map';
import type { Ground } from './map-picture-props';
import { mixed, type Palette } from './palette';
import type { Box } from './placement';
import { nameBox, regionsOf, type Region } from './regions';
import type { Scene } from './scene';
import { canvasMeasure, nameFont } from './type-face';
import { overlaps } from './view';

/** As `groups.css` sets the names on the page. */
const nameSize = 12.5;

/** Paints the regions of groups: hardly more than the paper, so that only the ripple has colour. */
export function groundOf(groups: readonly Group[]): Ground {
  const measure = canvasMeasure();
  let known: { boxes: Scene['boxes']; regions: Region[]; names: Box[] } | undefined;
  const knownIn = ({ boxes }: Scene) => {
    if (known?.boxes === boxes) return known;
    const regions = regionsOf(groups, boxes);
    known = { boxes, regions, names: regions.map((region) => nameBox(region, measure)) };
    return known;
  };
  const regionsIn = (scene: Scene): Region[] => knownIn(scene).regions;
  const paint: Ground['paint'] = (context, scene, { palette, zoom, shown }) => {
    const regions = regionsIn(scene);
    context.fillStyle = groundColour(palette);
    context.strokeStyle = mixed(palette.paper, palette.ink, palette.isDark ? 0.2 : 0.13);
    context.lineWidth = Math.max(1, 0.7 / zoom);
    for (const { box } of regions) {
      if (!overlaps(box, shown)) continue;
      context.beginPath();
      context.roundRect(box.x, box.y, box.width, box.height, 14);
      context.fill();
      context.stroke();
    }
  };
  const paintNames: Ground['paintNames'] = (context, scene, { palette }) => {
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.font = nameFont(nameSize);
    for (const { group, box, nameRoom } of regionsIn(scene)) {
      const room = nameRoom - 24;
      context.fillStyle = groundColour(palette);
      context.beginPath();
      context.roundRect(box.x + 8, box.y + 4, Math.min(room, context.measureText(group).width) + 8, 20, 4);
      context.fill();
      context.fillStyle = palette.soft;
      context.fillText(group, box.x + 12, box.y + 19, room);
    }
  };
  return {
    paint,
    paintNames,
    regions: (scene) => regionsIn(scene).map(({ box }) => box),
    names: (scene) => knownIn(scene).names,
  };
}

const groundColour = (palette: Palette): string =>
  mixed(palette.paper, palette.ink, palette.isDark ? 0.07 : 0.045);
