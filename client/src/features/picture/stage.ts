import type cytoscape from 'cytoscape';
import { startCytoscape, tellPlaces } from './cytoscape-places';
import { startFingers } from './fingers';
import { layerNames, startLayers, type LayerName, type Layers, type Painters } from './layers';
import { boundsOf, type Box } from './placement';
import type { Point } from './route';
import { moveSeconds, sceneBounds, type Scene } from './scene';
import { targetAt, type Target } from './target-at';
import {
  isSmall,
  openingView,
  shiftIntoView,
  stillSeen,
  viewThatFits,
  viewThatStays,
  type Focus,
  type Room,
  type View,
} from './view';

export interface StageEvents {
  onTap: (target: Target) => void;
  onDoubleTap: (target: Target) => void;
  onHover: (party: string | undefined) => void;
  /** Pressed for as long as Cytoscape takes to call it a hold: half a second. */
  onHold: (party: string) => void;
  /** A card is on its way under a hand: where its middle is, and whether the hand has let go. */
  onDrag: (party: string, middle: Point, isDrop: boolean) => void;
  onView: () => void;
  /** The view was moved here, not by `setView`; `byHand` where a person did it. */
  onMoved: (view: View, byHand: boolean) => void;
}

/** Where cards come to stand. */
export interface Goal {
  scene: Scene;
  /** What lies under the cards there, where anything does. */
  regions: readonly Box[];
}

export interface Stage {
  /** Shows a scene, on the way to its goal: the view goes with it, or is there at once where the scene is. */
  setScene: (scene: Scene, goal: Goal) => void;
  /** Asks for layers to be painted in the next frame: anew, or only what has come to be on them. */
  repaint: Layers['repaint'];
  add: Layers['add'];
  setInset: (inset: Partial<Room>) => void;
  /** Whether a hand on a card moves the card instead of the paper. */
  setMovable: (isMovable: boolean) => void;
  /** The picture becomes another one: whatever a hand made of the view, the next scene is shown from the start. */
  beginAnew: () => void;
  /** Whom to show where not all can be shown; until a hand moves the picture, the view follows. */
  setFocus: (focus: Focus) => void;
  /** Shows all of the map. */
  fit: (animated: boolean) => void;
  zoomBy: (factor: number) => void;
  /** Moves just as far as it takes to see this party. */
  bringIntoView: (party: string, animated: boolean) => void;
  /** Where only a part is in view, moves on to this party without taking the view out of anybody's hand. */
  follow: (party: string) => void;
  view: () => View;
  /** Looks where another picture of the same map looks. */
  setView: (view: View, byHand: boolean) => void;
  stop: () => void;
}

const closest = 3;
/** The hand on the picture: what pointers, wheels and pinches make of the view, and what is tapped and hovered. */
export function startStage(
  container: HTMLElement,
  canvases: Record<LayerName, HTMLCanvasElement>,
  painters: Painters,
  events: StageEvents,
): Stage {
  let scene: Scene = { cards: new Map(), boxes: new Map(), links: [] };
  let goal: Goal = { scene, regions: [] };
  let inset: Partial<Room> = {};
  let focus: Focus = { parties: [], isChosen: false };
  let movedByHand = false;
  let fitted = false;
  /** The room in which the view was last found. */
  let seenIn: Room | undefined;
  let isLed = false;
  let isMovable = false;
  const cy = startCytoscape(container, closest);

  const view = (): View => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
  const room = (): Room => ({
    width: container.clientWidth,
    height: container.clientHeight,
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
    ...inset,
  });

  const layers = startLayers(container, canvases, painters, view);
  let telling = 0;
  // Once it is painted: both in one frame would hold up the page. On a move Cytoscape is told where it ends.
  const tellLater = (): void => {
    cancelAnimationFrame(telling);
    telling = requestAnimationFrame(() => {
      const places = tellPlaces(cy, scene, () => !isMovable);
      const tell = (): void => {
        if (!places.next().done) telling = requestAnimationFrame(tell);
      };
      telling = requestAnimationFrame(tell);
    });
  };
  /** Where the view is on its way to. What comes in between goes on from there, or the way would end half done. */
  let bound: View | undefined;
  const atRest = (): View => (cy.animated() && bound) || view();
  const show = (next: View, animated: boolean): void => {
    cy.stop();
    bound = next;
    if (animated) cy.animate(next, { duration: moveSeconds * 1000, easing: 'ease-out-cubic' });
    else cy.viewport(next);
  };
  /** Moves as little as it takes to see this box. */
  const shiftTo = (box: Box, animated: boolean): boolean => {
    const { zoom, pan } = atRest();
    const by = shiftIntoView(box, { zoom, pan }, room());
    if (by.x === 0 && by.y === 0) return false;
    show({ zoom, pan: { x: pan.x + by.x, y: pan.y + by.y } }, animated);
    return true;
  };
  const look = (next: View, fitting: View, animated: boolean): void => {
    movedByHand = false;
    cy.minZoom(Math.min(0.5, fitting.zoom * 0.6));
    show(next, animated && fitted);
    fitted = true;
  };
  const fit = (animated: boolean): void => {
    const bounds = sceneBounds(goal.scene, goal.regions);
    if (!bounds || container.clientWidth === 0) return;
    const next = viewThatFits(bounds, room());
    look(next, next, animated);
  };
  const focused = (): Box[] => focus.parties.flatMap((party) => goal.scene.boxes.get(party) ?? []);
  const open = (animated: boolean): void => {
    const bounds = sceneBounds(goal.scene, goal.regions);
    if (!bounds || container.clientWidth === 0) return;
    look(openingView(bounds, focused(), focus.isChosen, room()), viewThatFits(bounds, room()), animated);
    seenIn = room();
  };
  /** The room has changed, not what is in it. */
  const stay = (animated: boolean): void => {
    const bounds = sceneBounds(goal.scene, goal.regions);
    if (!bounds || container.clientWidth === 0) return;
    const rooms = [seenIn ?? room(), room()] as const;
    seenIn = rooms[1];
    const boxes = focused();
    const around = boundsOf(boxes);
    if (movedByHand) {
      if (focus.isChosen) show(stillSeen(atRest(), around, ...rooms), animated);
      return;
    }
    const next = openingView(bounds, boxes, focus.isChosen, room());
    look(
      (fitted && viewThatStays(atRest(), bounds, around, rooms, next)) || next,
      viewThatFits(bounds, room()),
      animated,
    );
  };

  const targetOf = (event: cytoscape.EventObject): Target => {
    const target = event.target as cytoscape.Core | cytoscape.NodeSingular;
    if (target !== cy) return { party: (target as cytoscape.NodeSingular).id() };
    const isFinger = (event.originalEvent as UIEvent).type.startsWith('touch');
    return targetAt(scene, event.position, cy.zoom(), isFinger);
  };
  const fingers = startFingers(container, {
    view,
    zooms: () => [cy.minZoom(), closest],
    onMove: (next) => {
      movedByHand = true;
      cy.stop();
      cy.viewport(next);
    },
  });
  cy.on('viewport', () => {
    layers.move();
    events.onView();
    if (!isLed) events.onMoved(view(), movedByHand);
  });
  cy.on('dragpan scrollzoom', () => {
    movedByHand = true;
  });
  // What was held is let go with a tap, which then is no tap.
  let isHeld = false;
  cy.on('tapstart', () => {
    isHeld = false;
  });
  cy.on('taphold', 'node', (event) => {
    if (fingers.areMoving()) return;
    isHeld = true;
    events.onHold((event.target as cytoscape.NodeSingular).id());
  });
  cy.on('tap', (event) => {
    if (!isHeld && !fingers.areMoving()) events.onTap(targetOf(event));
  });
  cy.on('dbltap', (event) => {
    if (!fingers.areMoving()) events.onDoubleTap(targetOf(event));
  });
  cy.on('drag dragfree', 'node', (event) => {
    movedByHand = true;
    const card = event.target as cytoscape.NodeSingular;
    events.onDrag(card.id(), { ...card.position() }, event.type === 'dragfree');
  });
  cy.on('mouseover', 'node', (event) => {
    container.style.cursor = 'pointer';
    events.onHover((event.target as cytoscape.NodeSingular).id());
  });
  cy.on('mouseout', 'node', () => {
    container.style.cursor = '';
    events.onHover(undefined);
  });

  const sizes = new ResizeObserver(() => {
    cy.resize();
    stay(false);
    layers.repaint(...layerNames);
  });
  sizes.observe(container);

  return {
    setScene: (next, end) => {
      const isOnWay = end.scene === goal.scene;
      scene = next;
      goal = end;
      if (!movedByHand && !isOnWay) open(next !== end.scene);
      layers.repaint(...layerNames);
      tellLater();
    },
    repaint: layers.repaint,
    add: layers.add,
    setInset: (next) => {
      if (JSON.stringify(next) === JSON.stringify(inset)) return;
      inset = next;
      stay(true);
    },
    setMovable: (next) => {
      if (next === isMovable) return;
      isMovable = next;
      cy.autoungrabify(!next);
      if (next) cy.nodes().unpanify();
      else cy.nodes().panify();
    },
    beginAnew: () => {
      movedByHand = false;
    },
    setFocus: (next) => {
      if (JSON.stringify(next) === JSON.stringify(focus)) return;
      focus = next;
      if (!movedByHand && isSmall(room())) open(true);
    },
    fit: (animated) => {
      fit(animated);
      // Somebody asked for all of it: the next change must not take them back to a part.
      movedByHand = isSmall(room());
    },
    zoomBy: (factor) => {
      movedByHand = true;
      const level = Math.max(cy.minZoom(), Math.min(closest, cy.zoom() * factor));
      cy.zoom({ level, renderedPosition: { x: container.clientWidth / 2, y: container.clientHeight / 2 } });
    },
    bringIntoView: (party, animated) => {
      const box = scene.boxes.get(party);
      // A picture that is behind something else has no room; once it has it shows who is chosen.
      if (!box || container.clientWidth === 0) return;
      if (shiftTo(box, animated)) movedByHand = true;
    },
    follow: (party) => {
      const box = scene.boxes.get(party);
      if (box && !movedByHand && container.clientWidth > 0) shiftTo(box, true);
    },
    view,
    setView: (next, byHand) => {
      isLed = true;
      cy.stop();
      cy.viewport(next);
      isLed = false;
      movedByHand = byHand;
      fitted = true;
    },
    stop: () => {
      cancelAnimationFrame(telling);
      fingers.stop();
      layers.stop();
      sizes.disconnect();
      cy.destroy();
    },
  };
}
