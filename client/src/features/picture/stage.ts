import cytoscape from 'cytoscape';
import { startFingers } from './fingers';
import { layerNames, startLayers, type LayerName, type Layers, type Painters } from './layers';
import { boundsOf, type Box } from './placement';
import type { Point } from './route';
import { sceneBounds, type Scene } from './scene';
import { targetAt, type Target } from './target-at';
import {
  isNarrow,
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

export interface Stage {
  /** `regions`: what lies under the cards, where anything does. */
  setScene: (scene: Scene, regions: readonly Box[]) => void;
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
/**
 * The hand on the picture. Cytoscape holds the cards' places and turns pointers, wheels and pinches into a view, taps
 * and hovers; it draws nothing, because any change of its styles redraws all of it (33 frames a second at 500 teams).
 * Canvases over it are painted by us.
 */
export function startStage(
  container: HTMLElement,
  canvases: Record<LayerName, HTMLCanvasElement>,
  painters: Painters,
  events: StageEvents,
): Stage {
  let scene: Scene = { cards: new Map(), boxes: new Map(), links: [] };
  let regions: readonly Box[] = [];
  let inset: Partial<Room> = {};
  let focus: Focus = { parties: [], isChosen: false };
  let movedByHand = false;
  let fitted = false;
  /** The room in which the view was last found. */
  let seenIn: Room | undefined;
  let isLed = false;
  let isMovable = false;
  const cy = cytoscape({
    container,
    style: [
      {
        selector: 'node',
        style: {
          shape: 'rectangle',
          width: 'data(width)',
          height: 'data(height)',
          opacity: 0,
          'overlay-opacity': 0,
        },
      },
      {
        selector: 'core',
        style: {
          'active-bg-opacity': 0,
          'active-bg-color': '#000',
          'active-bg-size': 0,
          'selection-box-opacity': 0,
          'selection-box-color': '#000',
          'selection-box-border-color': '#000',
          'selection-box-border-width': 0,
          'outside-texture-bg-color': '#000',
          'outside-texture-bg-opacity': 0,
        },
      },
    ],
    minZoom: 0.02,
    maxZoom: closest,
    pixelRatio: 1,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
  });

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
  const show = (next: View, animated: boolean): void => {
    cy.stop();
    if (animated) cy.animate(next, { duration: 260, easing: 'ease-out-cubic' });
    else cy.viewport(next);
  };
  const look = (next: View, fitting: View, animated: boolean): void => {
    movedByHand = false;
    cy.minZoom(Math.min(0.5, fitting.zoom * 0.6));
    show(next, animated && fitted);
    fitted = true;
  };
  const fit = (animated: boolean): void => {
    const bounds = sceneBounds(scene, regions);
    if (!bounds || container.clientWidth === 0) return;
    const next = viewThatFits(bounds, room());
    look(next, next, animated);
  };
  const focused = (): Box | undefined =>
    boundsOf(focus.parties.flatMap((party) => scene.boxes.get(party) ?? []));
  const open = (animated: boolean): void => {
    const bounds = sceneBounds(scene, regions);
    if (!bounds || container.clientWidth === 0) return;
    const next = openingView(bounds, focused(), focus.isChosen, room());
    look(next, viewThatFits(bounds, room()), animated);
    seenIn = room();
  };
  /** The room has changed, not what is in it. */
  const stay = (animated: boolean): void => {
    const bounds = sceneBounds(scene, regions);
    if (!bounds || container.clientWidth === 0) return;
    const rooms = [seenIn ?? room(), room()] as const;
    seenIn = rooms[1];
    if (movedByHand) {
      if (focus.isChosen) show(stillSeen(view(), focused(), ...rooms), animated);
      return;
    }
    const next = openingView(bounds, focused(), focus.isChosen, room());
    look(
      (fitted && viewThatStays(view(), bounds, focused(), rooms, next)) || next,
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
    setScene: (next, under) => {
      const isFirst = scene.boxes.size === 0;
      scene = next;
      regions = under;
      syncCards(cy, next, !isMovable);
      if (!movedByHand) open(!isFirst);
      layers.repaint(...layerNames);
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
      if (!movedByHand && isNarrow(room())) open(true);
    },
    fit: (animated) => {
      fit(animated);
      // Somebody asked for all of it: the next change must not take them back to a part.
      movedByHand = isNarrow(room());
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
      const by = shiftIntoView(box, view(), room());
      if (by.x === 0 && by.y === 0) return;
      movedByHand = true;
      show({ zoom: cy.zoom(), pan: { x: cy.pan().x + by.x, y: cy.pan().y + by.y } }, animated);
    },
    follow: (party) => {
      const box = scene.boxes.get(party);
      if (!box || movedByHand || container.clientWidth === 0) return;
      const by = shiftIntoView(box, view(), room());
      if (by.x !== 0 || by.y !== 0)
        show({ zoom: cy.zoom(), pan: { x: cy.pan().x + by.x, y: cy.pan().y + by.y } }, true);
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
      fingers.stop();
      layers.stop();
      sizes.disconnect();
      cy.destroy();
    },
  };
}

function syncCards(cy: cytoscape.Core, { boxes }: Scene, pannable: boolean): void {
  cy.batch(() => {
    cy.nodes()
      .filter((node) => !boxes.has(node.id()))
      .remove();
    const added: cytoscape.ElementDefinition[] = [];
    for (const [id, { x, y, width, height }] of boxes) {
      const position = { x: x + width / 2, y: y + height / 2 };
      const node = cy.getElementById(id);
      if (node.empty()) added.push({ group: 'nodes', data: { id, width, height }, position, pannable });
      else if (!node.grabbed()) {
        // Whatever data is given makes Cytoscape look for a style anew, also where it is the same.
        if (node.data('width') !== width || node.data('height') !== height) node.data({ width, height });
        node.position(position);
      }
    }
    cy.add(added);
  });
}
