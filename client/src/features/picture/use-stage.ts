import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { badgeText } from './describe';
import type { MapPictureProps } from './map-picture-props';
import { paintCards } from './paint-cards';
import { paintChosen, paintChosenLinks, paintRubber, type Chosen, type Rubber } from './paint-chosen';
import { paintLinks } from './paint-links';
import { paintRipple, type BadgeWords } from './paint-ripple';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { startStage, type Painters, type Stage, type StageEvents } from './stage';
import { chainTo } from './trace-chain';

/** What the overlay shows besides the ripple. */
export interface Overlay extends Chosen {
  rubber: Rubber | undefined;
}

export interface StageParts {
  container: RefObject<HTMLDivElement | null>;
  base: RefObject<HTMLCanvasElement | null>;
  overlay: RefObject<HTMLCanvasElement | null>;
}

/** Room that the key and the buttons take at the bottom. */
const underLegend = { bottom: 60 };

const emptyScene: Scene = { cards: new Map(), boxes: new Map(), links: [] };

/**
 * Ties the stage to what React knows. All that a frame needs stands in one ref, so that neither panning nor playing
 * renders anything: a new value only asks for the next frame.
 */
export function useStage(
  parts: StageParts,
  { content, show, playhead, traced, inset }: MapPictureProps,
  palette: Palette,
  shown: Overlay,
  events: StageEvents,
): { stage: RefObject<Stage | undefined>; onFrame: (scene: Scene) => void } {
  const { t } = useTranslation();
  const stage = useRef<Stage>(undefined);
  const scene = useRef(emptyScene);
  const latest = useRef({ palette, shown, show, playhead, traced, events, words: wordsOf(content, t) });
  useEffect(() => {
    latest.current = { palette, shown, show, playhead, traced, events, words: wordsOf(content, t) };
    stage.current?.repaint('overlay');
  });

  const [painters] = useState<Painters>(() => ({
    base: (context, { zoom }, box) => {
      paintLinks(context, scene.current, latest.current.palette, zoom, box);
      paintCards(context, scene.current, latest.current.palette, zoom, box);
    },
    overlay: (context, { zoom }) => {
      const now = latest.current;
      const target = now.traced ?? now.shown.party;
      const chain =
        now.show && target !== undefined ? chainTo(target, now.show, scene.current.links) : undefined;
      paintChosenLinks(context, scene.current, now.shown, now.palette, zoom, !now.show);
      if (now.show) {
        const position =
          now.playhead?.getState().show === now.show ? now.playhead.getState().position : Infinity;
        const look = { show: now.show, position, palette: now.palette, zoom, words: now.words, chain };
        paintRipple(context, scene.current, look);
      }
      paintChosen(context, scene.current, now.shown, now.palette, zoom);
      if (now.shown.rubber) paintRubber(context, scene.current, now.shown.rubber, now.palette, zoom);
    },
  }));

  const { container, base, overlay } = parts;
  useEffect(() => {
    const started = startStage(
      container.current!,
      { base: base.current!, overlay: overlay.current! },
      painters,
      {
        onTap: (target) => latest.current.events.onTap(target),
        onDoubleTap: (target) => latest.current.events.onDoubleTap(target),
        onHover: (party) => latest.current.events.onHover(party),
        onView: () => latest.current.events.onView(),
      },
    );
    stage.current = started;
    started.setScene(scene.current);
    return () => {
      stage.current = undefined;
      started.stop();
    };
  }, [container, base, overlay, painters]);

  useEffect(() => stage.current?.repaint('both'), [palette]);
  useEffect(() => stage.current?.setInset({ ...underLegend, ...inset }), [inset]);
  useEffect(() => playhead?.subscribe(() => stage.current?.repaint('overlay')), [playhead]);

  const onFrame = useCallback((next: Scene) => {
    const isSame = scene.current === next;
    scene.current = next;
    if (!isSame) stage.current?.setScene(next);
  }, []);
  return { stage, onFrame };
}

function wordsOf(content: MapPictureProps['content'], t: TFunction): BadgeWords {
  return {
    badge: (badge, isOrigin) => badgeText(badge, isOrigin, content, t),
    absorbed: (minutes) => shieldText(minutes),
    spared: t('picture.spared'),
  };
}

/** A shield has room for four signs: minutes up to two hours, then hours, then days of the clock. */
function shieldText(minutes: number): string {
  if (minutes < 120) return String(minutes);
  return `${Math.round(minutes / 60)}h`;
}
