import type { Emphasis } from '../../show/emphasis';
import type { Playhead } from '../../show/playhead';
import type { Show } from '../../show/show';
import type { Painter, Painters } from './layers';
import type { Lifted } from './lift-card';
import type { Ground } from './map-picture-props';
import { paintCards } from './paint-cards';
import {
  isAnyChosen,
  paintChosen,
  paintChosenLinks,
  paintRubber,
  ringed,
  type Chosen,
  type Rubber,
} from './paint-chosen';
import { paintEmphasis, partScene, stepBack } from './paint-emphasis';
import { namesAcross, paintNamesAcross } from './paint-folded-names';
import { paintLinks } from './paint-links';
import { paintPassedLinks } from './paint-lit-links';
import { paintMotion, paintSettled, paintWordsAt } from './paint-ripple';
import type { Palette } from './palette';
import type { Box } from './placement';
import type { BadgeWords, RippleLook } from './ripple-look';
import type { Scene } from './scene';

import { chainTo } from './trace-chain';

/** What the overlay shows besides the ripple. */
export interface Overlay extends Chosen {
  rubber: Rubber | undefined;
}

/** All that a frame needs to know. */
export interface Shown {
  scene: Scene;
  palette: Palette;
  shown: Overlay;
  show: Show | undefined;
  playhead: Playhead | undefined;
  traced: string | undefined;
  emphasis: Emphasis | undefined;
  words: BadgeWords;
  /** A card under a hand, apart from the rest. */
  lifted: Lifted | undefined;
  ground: Ground | undefined;
}

export interface StagePainters extends Painters {
  /** The moment of the show up to which what has settled is painted. */
  settledTo: () => number;
}

/**
 * Five layers: the map as it stands; links the ripple has passed; what moves; cards it has settled on, with what is said
 * about them; and what is chosen or under a hand, with names larger than their cards. What has settled is painted once
 * and then only added to, so that a frame costs as much as what moves in it; it lies over what moves, since a line must
 * not strike a badge through.
 */
export function stagePainters(now: () => Shown): StagePainters {
  const chainOf = keptChain();
  let paintedTo: Record<'lines' | 'cards', number> = { lines: -Infinity, cards: -Infinity };

  const settled =
    (
      layer: 'lines' | 'cards',
      paint: (context: CanvasRenderingContext2D, scene: Scene, look: RippleLook) => void,
    ): Painter =>
    (context, { zoom }, box, isMore) => {
      const what = now();
      const look = lookOf(what, zoom, box, chainOf);
      if (!look) return false;
      const { lit, calm } = partScene(what.lifted?.resting ?? what.scene, what.emphasis?.lit);
      if (calm) {
        paint(context, calm, look);
        stepBack(context);
      }
      paint(context, lit, isMore ? { ...look, since: paintedTo[layer] } : look);
      paintedTo = { ...paintedTo, [layer]: look.position };
      return true;
    };

  /** What has settled but is not painted so yet still belongs to what moves. */
  const moving = (look: RippleLook): RippleLook => ({
    ...look,
    since: Math.min(look.position, paintedTo.lines, paintedTo.cards),
  });

  return {
    base: (context, { zoom }, box) => {
      const { scene, palette, emphasis, lifted, ground } = now();
      const { lit, calm } = partScene(lifted?.resting ?? scene, emphasis?.lit);
      ground?.paint(context, scene, { palette, zoom, shown: box });
      const paint = (part: Scene): void => {
        paintLinks(context, part, palette, zoom, box);
        paintCards(context, part, palette, zoom, box);
      };
      if (calm) {
        paint(calm);
        stepBack(context);
      }
      paint(lit);
      return true;
    },
    lines: settled('lines', paintPassedLinks),
    motion: (context, { zoom }, box) => {
      const what = now();
      const still = lookOf(what, zoom, box, chainOf);
      const look = still && moving(still);
      if (!look && !isAnyChosen(what.shown)) return false;
      const { lit, calm } = partScene(what.lifted?.resting ?? what.scene, what.emphasis?.lit);
      if (look && calm) {
        paintMotion(context, calm, look);
        stepBack(context);
      }
      paintChosenLinks(context, what.scene, what.shown, what.palette, zoom, !what.show);
      if (look) paintMotion(context, lit, look);
      return true;
    },
    cards: settled('cards', paintSettled),
    overlay: (context, { zoom }, box) => {
      const what = now();
      const { scene, palette, shown, show, emphasis, lifted } = what;
      const names = namesAcross(scene, zoom);
      const isEmpty = !lifted && !emphasis && !shown.rubber && names.length === 0 && !isAnyChosen(shown);
      if (isEmpty) return false;
      const still = lookOf(what, zoom, box, chainOf);
      if (lifted) {
        paintLinks(context, lifted.moving, palette, zoom, box);
        if (still) paintPassedLinks(context, lifted.moving, still);
        paintCards(context, lifted.moving, palette, zoom, box);
        if (still) paintSettled(context, lifted.moving, still);
        if (still) paintMotion(context, lifted.moving, moving(still));
      }
      paintNamesAcross(context, names, palette, emphasis?.lit);
      paintChosen(context, scene, shown, palette, zoom, still);
      if (still) for (const party of ringed(shown)) paintWordsAt(context, scene, party, still);
      if (emphasis)
        paintEmphasis(context, scene, emphasis, { palette, zoom, shown: box, show, words: what.words });
      if (shown.rubber) paintRubber(context, scene, shown.rubber, palette, zoom);
      return true;
    },
    settledTo: () => Math.min(paintedTo.lines, paintedTo.cards),
  };
}

function lookOf(
  { scene, show, playhead, palette, words, traced, shown, ground }: Shown,
  zoom: number,
  box: Box,
  chainOf: ChainTo,
): RippleLook | undefined {
  if (!show) return undefined;
  const target = traced ?? shown.party;
  const playing = playhead?.getState();
  return {
    show,
    position: playing?.show === (show.unfolded ?? show) ? playing.position : Infinity,
    palette,
    zoom,
    shown: box,
    words,
    taken: ground?.names(scene),
    chain: target === undefined ? undefined : chainOf(target, show, scene.links),
  };
}

type ChainTo = (target: string, show: Show, links: Scene['links']) => Set<string> | undefined;

/** The chain is the same for every frame until another is asked for, so it is kept. */
function keptChain(): ChainTo {
  let kept: { target: string; show: Show; links: Scene['links']; chain: Set<string> | undefined } | undefined;
  return (target, show, links) => {
    if (kept?.target !== target || kept.show !== show || kept.links !== links)
      kept = { target, show, links, chain: chainTo(target, show, links) };
    return kept.chain;
  };
}
