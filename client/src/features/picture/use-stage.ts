import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { badgeText } from './describe';
import type { MapPictureProps } from './map-picture-props';
import { paintCards } from './paint-cards';
import { paintChosen, paintChosenLinks, paintRubber, type Chosen, type Rubber } from './paint-chosen';
import { paintEmphasis, partScene, stepBack } from './paint-emphasis';
import { paintLinks } from './paint-links';
import { paintRipple, paintRippleWords } from './paint-ripple';
import type { BadgeWords } from './ripple-look';
import type { Palette } from './palette';
import type { Scene } from './scene';
import type { Show } from '../../show/show';
import { startStage, type Painters, type Stage, type StageEvents } from './stage';
import { chainTo } from './trace-chain';
import type { Focus } from './view';

/** What the overlay shows besides the ripple. */
export interface Overlay extends Chosen {
  rubber: Rubber | undefined;
}

export interface StageParts {
  container: RefObject<HTMLDivElement | null>;
  base: RefObject<HTMLCanvasElement | null>;
  overlay: RefObject<HTMLCanvasElement | null>;
}

const emptyScene: Scene = { cards: new Map(), boxes: new Map(), links: [] };

/**
 * Ties the stage to what React knows. All that a frame needs stands in one ref, so that neither panning nor playing
 * renders anything: a new value only asks for the next frame.
 */
export function useStage(
  parts: StageParts,
  { content, show, playhead, traced, emphasis, inset, sideBySide }: MapPictureProps,
  palette: Palette,
  shown: Overlay,
  /** Pixels above and below that the verdict, the key and the buttons take. */
  taken: { top: number; bottom: number },
  events: StageEvents,
): { stage: RefObject<Stage | undefined>; onFrame: (scene: Scene) => void } {
  const { t } = useTranslation();
  const stage = useRef<Stage>(undefined);
  const scene = useRef(emptyScene);
  const now = { palette, shown, show, playhead, traced, emphasis, events };
  const latest = useRef({ ...now, words: wordsOf(content, t) });
  useEffect(() => {
    latest.current = { ...now, words: wordsOf(content, t) };
    stage.current?.repaint('overlay');
  });

  const [painters] = useState<Painters>(() => ({
    base: (context, { zoom }, box) => {
      const { palette, emphasis } = latest.current;
      const { lit, calm } = partScene(scene.current, emphasis?.lit);
      const paint = (part: Scene): void => {
        paintLinks(context, part, palette, zoom, box);
        paintCards(context, part, palette, zoom, box);
      };
      if (calm) {
        paint(calm);
        stepBack(context);
      }
      paint(lit);
    },
    overlay: (context, { zoom }, box) => {
      const now = latest.current;
      const target = now.traced ?? now.shown.party;
      const chain =
        now.show && target !== undefined ? chainTo(target, now.show, scene.current.links) : undefined;
      const position =
        now.playhead?.getState().show === now.show ? now.playhead?.getState().position : undefined;
      const look = now.show && {
        show: now.show,
        position: position ?? Infinity,
        palette: now.palette,
        zoom,
        words: now.words,
        chain,
      };
      const { lit, calm } = partScene(scene.current, now.emphasis?.lit);
      if (look && calm) {
        paintRipple(context, calm, look);
        paintRippleWords(context, calm, look);
        stepBack(context);
      }
      paintChosenLinks(context, scene.current, now.shown, now.palette, zoom, !now.show);
      if (look) paintRipple(context, lit, look);
      paintChosen(context, scene.current, now.shown, now.palette, zoom);
      if (look) paintRippleWords(context, lit, look);
      if (now.emphasis)
        paintEmphasis(context, scene.current, now.emphasis, {
          palette: now.palette,
          zoom,
          shown: box,
          show: now.show,
        });
      if (now.shown.rubber) paintRubber(context, scene.current, now.shown.rubber, now.palette, zoom);
    },
  }));

  const { container, base, overlay } = parts;
  const leads = sideBySide?.leads ?? true;
  useEffect(() => {
    const started = startStage(
      container.current!,
      { base: base.current!, overlay: overlay.current! },
      painters,
      {
        onTap: (target) => latest.current.events.onTap(target),
        onDoubleTap: (target) => latest.current.events.onDoubleTap(target),
        onHover: (party) => latest.current.events.onHover(party),
        onHold: (party) => latest.current.events.onHold(party),
        onView: () => latest.current.events.onView(),
        onMoved: (view, byHand) => latest.current.events.onMoved(view, byHand),
      },
    );
    stage.current = started;
    started.setScene(scene.current);
    return () => {
      stage.current = undefined;
      started.stop();
    };
  }, [container, base, overlay, painters]);

  useEffect(() => stage.current?.repaint('both'), [palette, emphasis?.lit]);
  const { top, bottom } = taken;
  useEffect(
    () =>
      stage.current?.setInset({
        ...inset,
        top: (inset?.top ?? 0) + top,
        bottom: (inset?.bottom ?? 0) + bottom,
      }),
    [inset, top, bottom],
  );
  const focus = sideBySide?.showsAll ? nobody : focusOf(content, show, shown.party);
  useEffect(() => stage.current?.setFocus(focus));
  useEffect(() => {
    let reached = '';
    return playhead?.subscribe(({ show: playing, position }) => {
      stage.current?.repaint('overlay');
      const mark = playing?.marks.findLast(({ time }) => time <= position);
      const party = mark?.parties[0] ?? '';
      if (leads && party !== reached && playhead.getState().playing) stage.current?.follow(party);
      reached = party;
    });
  }, [playhead, leads]);

  const onFrame = useCallback((next: Scene) => {
    const isSame = scene.current === next;
    scene.current = next;
    if (!isSame) stage.current?.setScene(next);
  }, []);
  return { stage, onFrame };
}

const nobody: Focus = { parties: [], isChosen: false };

/** Whom to show first: who is chosen, else where the ripple began, else the customers, for whom it is all done. */
function focusOf(
  { parties }: MapPictureProps['content'],
  show: Show | undefined,
  chosen: string | undefined,
): Focus {
  if (chosen !== undefined) return { parties: [chosen], isChosen: true };
  const origins = [...(show?.beats.values() ?? [])].filter(({ part }) => part === 'origin');
  if (origins.length > 0) return { parties: origins.map(({ party }) => party), isChosen: false };
  const customers = parties.filter(({ kind }) => kind === 'external-customer');
  return { parties: customers.map(({ id }) => id), isChosen: false };
}

/** What is written on badges and shields, in the reader's language. */
export function wordsOf(content: MapPictureProps['content'], t: TFunction): BadgeWords {
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
