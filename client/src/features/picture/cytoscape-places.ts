import cytoscape from 'cytoscape';
import { middleOfBox } from './placement';
import type { Scene } from './scene';

interface Renderer {
  container: HTMLElement;
  data: object;
  /** Listeners, with which Cytoscape keeps account of what it would have to draw anew. */
  bindings: { target: cytoscape.Core; args: Parameters<cytoscape.Core['off']> }[];
}

/** Its renderer without the drawing: the hand is in its base, which a registered one inherits. */
function Hand(this: Renderer): void {
  this.data = {};
  // It hears only of what goes on within its container, not on it.
  this.container.append(document.createElement('div'));
  for (const { target, args } of this.bindings.splice(0)) target.off(...args);
}
const nothing = (): void => undefined;
Object.assign(Hand.prototype as object, { redrawHint: nothing, matchCanvasSize: nothing, render: nothing });
cytoscape('renderer', 'hand', Hand);
const byHand = { renderer: { name: 'hand' } };

/**
 * Cytoscape, for the hand only: it holds the cards' places and turns pointers, wheels and pinches into a view, taps and
 * hovers. It draws nothing: canvases over it are painted by us, and to draw unseen ones as well would take time in every
 * frame that is panned, and after every change of places as long as several frames.
 */
export function startCytoscape(container: HTMLElement, nearest: number): cytoscape.Core {
  return cytoscape({
    ...byHand,
    container,
    style: [
      { selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)' } },
    ],
    minZoom: 0.02,
    maxZoom: nearest,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
  });
}

/** Cards of which it is told in one frame; with their style, for which the first move of a hand would wait otherwise. */
const inFrame = 150;

/** Tells it where the cards stand, some at a time; one under a hand is where the hand is. */
export function* tellPlaces(cy: cytoscape.Core, { boxes }: Scene, pannable: () => boolean): Generator<void> {
  cy.nodes()
    .filter((node) => !boxes.has(node.id()))
    .remove();
  const all = [...boxes];
  for (let first = 0; first < all.length; first += inFrame) {
    if (first > 0) yield;
    const some = all.slice(first, first + inFrame);
    cy.batch(() => {
      const added: cytoscape.ElementDefinition[] = [];
      for (const [id, box] of some) {
        const { width, height } = box;
        const position = middleOfBox(box);
        const node = cy.getElementById(id);
        if (node.empty())
          added.push({ group: 'nodes', data: { id, width, height }, position, pannable: pannable() });
        else if (!node.grabbed()) {
          // Whatever data is given makes Cytoscape look for a style anew, also where it is the same.
          if (node.data('width') !== width || node.data('height') !== height) node.data({ width, height });
          node.position(position);
        }
      }
      cy.add(added);
    });
    for (const [id] of some) cy.getElementById(id).width();
  }
}
