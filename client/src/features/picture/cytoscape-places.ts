import cytoscape from 'cytoscape';
import type { Scene } from './scene';

/**
 * Cytoscape, for the hand only: it holds the cards' places and turns pointers, wheels and pinches into a view, taps and
 * hovers. It draws nothing, because any change of its styles redraws all of it (33 frames a second at 500 teams);
 * canvases over it are painted by us.
 */
export function startCytoscape(container: HTMLElement, nearest: number): cytoscape.Core {
  return cytoscape({
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
    maxZoom: nearest,
    pixelRatio: 1,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
  });
}

/** Tells it where the cards stand; one under a hand is where the hand is. */
export function tellPlaces(cy: cytoscape.Core, { boxes }: Scene, pannable: boolean): void {
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
