import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Show } from '../../show/show';
import type { Emphasis } from '../../show/emphasis';
import { cardShape } from './card-shape';
import { startLayout } from './layout';
import { legendEntries, type Explained, type LegendEntry } from './legend-signs';
import type { Ground } from './map-picture-props';
import { paintCards } from './paint-cards';
import { paintEmphasis } from './paint-emphasis';
import { namesAcross, paintNamesAcross } from './paint-folded-names';
import { paintLinks } from './paint-links';
import { paintRipple, paintRippleWords } from './paint-ripple';
import { paletteOf, type Palette } from './palette';
import type { Box } from './placement';
import type { BadgeWords } from './ripple-look';
import { cardsOf, sceneBounds, sceneOf, type Scene } from './scene';
import { canvasMeasure } from './type-face';

/** What the page shows as a picture, as it can be put on paper. */
export interface ShownPicture {
  scene: Scene;
  content: MapContent;
  show: Show | undefined;
  /** Signs and words that a feature puts on cards. On paper nobody steps back. */
  emphasis?: Emphasis | undefined;
  /** What lies under everything: the regions of groups. */
  ground?: Ground | undefined;
}

/** The whole picture with the ripple at its end, to be painted anywhere. */
export interface PaperPicture {
  /** What it takes up, badges and rings included, in the picture's units. */
  bounds: Box;
  legend: readonly LegendEntry[];
  /** `zoom`: pixels, or what stands for them on paper, for one unit; it decides what is large enough to be written. */
  paint: (context: CanvasRenderingContext2D, zoom: number) => void;
}

/** For shadows, rings and pills that reach over a card's edge. */
const air = 14;

const regionsUnder = (scene: Scene, ground: Ground | undefined): readonly Box[] =>
  ground?.regions(scene) ?? [];

/** What the key beside it has to explain. */
export const explained = ({ scene, content, show, ground }: ShownPicture): Explained => ({
  content,
  show,
  hasRegions: regionsUnder(scene, ground).length > 0,
});

/** Undefined where nothing is on the map. */
export function paperPicture(
  shown: ShownPicture,
  words: BadgeWords,
  palette: Palette,
): PaperPicture | undefined {
  const { scene, show, emphasis, ground } = shown;
  const drawn = sceneBounds(scene, regionsUnder(scene, ground));
  if (!drawn) return undefined;
  const bounds = {
    x: drawn.x - air,
    y: drawn.y - air,
    width: drawn.width + 2 * air,
    height: drawn.height + 2 * air,
  };
  return {
    bounds,
    legend: legendEntries(explained(shown)),
    paint: (context, zoom) => {
      ground?.paint(context, scene, { palette, zoom, shown: bounds });
      paintLinks(context, scene, palette, zoom, bounds);
      paintCards(context, scene, palette, zoom, bounds);
      const look = show && {
        show,
        position: Infinity,
        palette,
        zoom,
        words,
        taken: ground?.names(scene),
        chain: undefined,
      };
      if (look) paintRipple(context, scene, look);
      ground?.paintNames(context, scene, { palette });
      if (look) paintRippleWords(context, scene, look);
      paintNamesAcross(context, namesAcross(scene, zoom), palette, undefined);
      if (emphasis) paintEmphasis(context, scene, emphasis, { palette, zoom, shown: bounds, show, words });
    },
  };
}

/** Length to breadth of a sheet that lies. */
const paperShape = 1.6;

/** A picture for a map that the page shows as something else. Throws where it cannot be laid out. */
export async function laidOutForPaper(content: MapContent, show: Show | undefined): Promise<ShownPicture> {
  const measure = canvasMeasure();
  const cards = cardsOf(content, measure, cardShape(content, measure, 'across'));
  const options = { orientation: 'across', shape: paperShape } as const;
  const placement = await startLayout().placeChain(content, cards, options);
  return { scene: sceneOf(content, cards, placement), content, show };
}

/** The colours of the light page, whatever the reader has chosen for the screen. */
export function paperPalette(): Palette {
  const sample = document.createElement('div');
  sample.dataset['mantineColorScheme'] = 'light';
  sample.hidden = true;
  document.body.append(sample);
  const palette = paletteOf(sample);
  sample.remove();
  return palette;
}
