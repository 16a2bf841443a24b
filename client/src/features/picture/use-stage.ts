import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { badgeText } from './describe';
import { partyToWatch } from './follow-show';
import type { Lifted } from './lift-card';
import type { MapPictureProps, PictureCanvasProps } from './map-picture-props';
import { layerNames, type LayerName } from './layers';
import type { BadgeWords } from './ripple-look';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { isOver } from '../../show/playhead';
import type { Badge, Show } from '../../show/show';
import { startStage, type Stage, type StageEvents } from './stage';
import { stagePainters, type Overlay, type StagePainters } from './stage-painters';
import type { Focus } from './view';

export interface StageParts {
  container: RefObject<HTMLDivElement | null>;
  /** Holds a canvas for each layer. */
  canvases: RefObject<HTMLDivElement | null>;
}

/** Seconds of the show after which what has come to rest is moved to the layers of what rests. */
const settleEvery = 0.12;

const emptyScene: Scene = { cards: new Map(), boxes: new Map(), links: [] };

/**
 * Ties the stage to what React knows. All that a frame needs stands in one ref, so that neither panning nor playing
 * renders anything: a new value only asks for the next frame.
 */
export function useStage(
  parts: StageParts,
  { content, show, playhead, traced, emphasis, inset, sideBySide, ground, opensAt }: PictureCanvasProps,
  palette: Palette,
  shown: Overlay,
  /** Pixels at the edges that the verdict, the key and the buttons take. */
  taken: { top: number; bottom: number; left: number },
  events: StageEvents,
): {
  stage: RefObject<Stage | undefined>;
  /** The map as it stands now, and as it will once all cards have come where they go. */
  onFrame: (scene: Scene, goal: Scene) => void;
  /** While a card is under a hand: the map with the card where the hand is. What moves is painted over what rests. */
  onLift: (lifted: Lifted) => void;
} {
  const { t } = useTranslation();
  const stage = useRef<Stage>(undefined);
  const scene = useRef(emptyScene);
  const goal = useRef(emptyScene);
  const lifted = useRef<Lifted>(undefined);
  const now = { palette, shown, show, playhead, traced, emphasis, events, ground };
  const words = useMemo(() => wordsOf(content, t), [content, t]);
  const latest = useRef({ ...now, words });
  useEffect(() => {
    latest.current = { ...now, words };
    stage.current?.repaint('motion', 'overlay');
  });
  const target = traced ?? (show && shown.party);
  const lit = emphasis?.lit;
  useEffect(() => stage.current?.repaint('lines', 'cards'), [show, target, words, palette, lit]);

  const painters = useRef<StagePainters>(undefined);

  const { container, canvases } = parts;
  const leads = sideBySide?.leads ?? true;
  useEffect(() => {
    painters.current = stagePainters(() => ({
      ...latest.current,
      scene: scene.current,
      lifted: lifted.current,
    }));
    const started = startStage(container.current!, canvasesOf(canvases.current!), painters.current, {
      onTap: (target) => latest.current.events.onTap(target),
      onDoubleTap: (target) => latest.current.events.onDoubleTap(target),
      onHover: (party) => latest.current.events.onHover(party),
      onHold: (party) => latest.current.events.onHold(party),
      onDrag: (party, middle, isDrop) => latest.current.events.onDrag(party, middle, isDrop),
      onView: () => latest.current.events.onView(),
      onMoved: (view, byHand) => latest.current.events.onMoved(view, byHand),
    });
    stage.current = started;
    const regions = latest.current.ground?.regions(goal.current) ?? [];
    started.setScene(scene.current, { scene: goal.current, regions });
    return () => {
      stage.current = undefined;
      started.stop();
    };
  }, [container, canvases]);

  useEffect(() => stage.current?.repaint('base'), [palette, lit, ground]);
  const { top, bottom, left } = taken;
  useEffect(
    () =>
      stage.current?.setInset({
        ...inset,
        top: (inset?.top ?? 0) + top,
        bottom: (inset?.bottom ?? 0) + bottom,
        left: (inset?.left ?? 0) + left,
      }),
    [inset, top, bottom, left],
  );
  const focus = sideBySide?.showsAll ? nobody : focusOf(content, show, shown.party, opensAt);
  useEffect(() => stage.current?.setFocus(focus));
  useEffect(() => {
    let watched: string | undefined;
    let shown: Show | undefined;
    return playhead?.subscribe((state) => {
      const { show: playing, position, playing: isPlaying } = state;
      stage.current?.repaint('motion', 'overlay');
      const since = position - (painters.current?.settledTo() ?? 0);
      // Back in time, what had settled has not; onwards there is only more of it, painted a little later.
      if (since < 0 || latest.current.emphasis?.lit) stage.current?.repaint('lines', 'cards');
      else if (!isPlaying || since > settleEvery) stage.current?.add('lines', 'cards');
      const seen = latest.current.show?.unfolded === playing ? latest.current.show : playing;
      const isEnd = isOver(state);
      const party = seen && partyToWatch(seen, position, isEnd);
      // Another show in the place of this one is no step in it; and whoever chose a card looks at that one, unless it
      // is where all of this begins.
      const chosen = latest.current.shown.party;
      const isWatched =
        chosen === undefined || ((isPlaying || isEnd) && seen?.beats.get(chosen)?.part === 'origin');
      if (leads && isWatched && party !== undefined && party !== watched && seen === shown)
        stage.current?.follow(party);
      [watched, shown] = [party, seen];
    });
  }, [playhead, leads]);

  const onFrame = useCallback((next: Scene, end: Scene) => {
    const isSame = scene.current === next && !lifted.current;
    scene.current = next;
    goal.current = end;
    lifted.current = undefined;
    if (isSame) return;
    stage.current?.setScene(next, { scene: end, regions: latest.current.ground?.regions(end) ?? [] });
  }, []);
  const onLift = useCallback((next: Lifted) => {
    // What rests is painted once, when the card is taken up.
    const isFirst = lifted.current?.resting !== next.resting;
    lifted.current = next;
    scene.current = next.scene;
    if (isFirst) stage.current?.repaint(...layerNames);
    else stage.current?.repaint('overlay');
  }, []);
  return { stage, onFrame, onLift };
}

const nobody: Focus = { parties: [], isChosen: false };

/** Whom to show first: who is chosen, else where the ripple began, else the customers, for whom it is all done. */
function focusOf(
  { parties }: MapPictureProps['content'],
  show: Show | undefined,
  chosen: string | undefined,
  opensAt: string | undefined,
): Focus {
  if (chosen !== undefined) return { parties: [chosen], isChosen: true };
  const origins = [...(show?.beats.values() ?? [])].filter(({ part }) => part === 'origin');
  if (origins.length > 0) return { parties: origins.map(({ party }) => party), isChosen: false };
  if (opensAt !== undefined) return { parties: [opensAt], isChosen: false };
  const customers = parties.filter(({ kind }) => kind === 'external-customer');
  return { parties: customers.map(({ id }) => id), isChosen: false };
}

/** What is written on badges and shields, in the reader's language. Kept: a badge is painted many times a second. */
export function wordsOf(content: MapPictureProps['content'], t: TFunction): BadgeWords {
  const known = [new WeakMap<Badge, string>(), new WeakMap<Badge, string>()] as const;
  return {
    badge: (badge, isOrigin) => {
      const texts = known[isOrigin ? 1 : 0];
      const text = texts.get(badge) ?? badgeText(badge, isOrigin, content, t);
      texts.set(badge, text);
      return text;
    },
    absorbed: (minutes) => shieldText(minutes),
    spared: t('picture.spared'),
  };
}

const canvasesOf = (element: HTMLElement): Record<LayerName, HTMLCanvasElement> => {
  const canvas = (name: LayerName): HTMLCanvasElement => element.querySelector(`[data-layer=${name}]`)!;
  return Object.fromEntries(layerNames.map((name) => [name, canvas(name)])) as Record<
    LayerName,
    HTMLCanvasElement
  >;
};

/** A shield has room for four signs: minutes up to two hours, then hours, then days of the clock. */
function shieldText(minutes: number): string {
  if (minutes < 120) return String(minutes);
  return `${Math.round(minutes / 60)}h`;
}
