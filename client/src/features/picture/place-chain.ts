import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Card } from './card';
import { closeLayerGap, layerGap, manyParties } from './card-shape';
import { bendsOf, type LaidGrid } from './chain-bends';
import { inColumns, type Spacing } from './chain-columns';
import { uncross } from './chain-crossings';
import { chainGrid, type Grid } from './chain-grid';
import { straighten } from './chain-lanes';
import { chainLayers } from './chain-layers';
import { chainOrder } from './chain-order';
import { chainPorts } from './chain-ports';
import { chainRows, type RowGaps } from './chain-rows';
import { boundsOf, keptInPlace, mirror, placeRest, upsideDown, type Box, type Placement } from './placement';
import { coarseSteps, routeThrough, type Route } from './route';

/** Chains run across a wide room and down a narrow one; up, with the customers on top, where that is asked for. */
export type Orientation = 'across' | 'down' | 'up';

export interface ChainOptions {
  orientation: Orientation;
  /** Where everything stood: it moves as little as the new links allow. */
  before?: Placement | undefined;
  /** Length to breadth of the room: the way the chain runs against the way across it. */
  shape?: number | undefined;
}

const rowGap: Record<Orientation, number> = { across: 24, down: 22, up: 22 };
const closeRowGap = 20;
/** Where there is little on it, air gives the picture its shape. */
const widestRowGap = 96;
const widestCloseRowGap = 60;
const manyLinks = 500;

/**
 * Places a map as a chain, by the layered method (Sugiyama, Tagawa, Toda 1981): layers, an order in each, heights,
 * lines. A long chain of few rows is given air between its rows, and many external customers several layers, so that it
 * fills the screen rather than a strip of it. Parties without any link, which a chain has no place for, follow in rows
 * below it.
 */
export function placeChain(
  content: MapContent,
  cards: ReadonlyMap<string, Card>,
  { orientation, before, shape = 1.6 }: ChainOptions,
): Placement {
  // A chain that runs down is one that runs across, seen in a mirror along the diagonal.
  const seen = views[orientation];
  const laidCards = new Map([...cards].map(([id, card]) => [id, { ...card, ...seen.size(card) }]));
  const laidBefore = before && seen.back(before);
  const isClose = content.parties.length > manyParties;
  const usual = isClose ? closeRowGap : rowGap[orientation];
  const spacing = spacingOf(laidCards, { isClose, gaps: rowGaps(usual, isClose), shape });
  const grid = orderedGrid(content, laidBefore, spacing);
  const placed = (gap: number): Placement => layGrid(grid, laidCards, { gap, isClose, before: laidBefore });
  let placement = placed(usual);
  const gap = Math.min(isClose ? widestCloseRowGap : widestRowGap, airyGap(placement, grid, usual, shape));
  if (gap > usual) placement = placed(gap);
  placeRest(
    placement.boxes,
    [...laidCards.values()].filter(({ id }) => !placement.boxes.has(id)),
  );
  return seen.placement(laidBefore ? keptInPlace(placement, laidBefore) : placement);
}

interface Seen {
  size: (card: Card) => { width: number; height: number };
  placement: (laid: Placement) => Placement;
  back: (shown: Placement) => Placement;
}

const turned = ({ width, height }: Card) => ({ width: height, height: width });

/** How a chain that was laid from left to right is shown, and how what is shown was laid. */
const views: Record<Orientation, Seen> = {
  across: {
    size: ({ width, height }) => ({ width, height }),
    placement: (laid) => laid,
    back: (shown) => shown,
  },
  down: { size: turned, placement: mirror, back: mirror },
  up: {
    size: turned,
    placement: (laid) => upsideDown(mirror(laid)),
    back: (shown) => mirror(upsideDown(shown)),
  },
};

/** Everybody with a link, and the external customers, for whom it is all done. */
function orderedGrid({ parties, links }: MapContent, before: Placement | undefined, spacing: Spacing): Grid {
  const linked = new Set(links.flatMap(({ provider, customer }) => [provider, customer]));
  const byId = new Map(parties.map((party) => [party.id, party]));
  const order = chainOrder(parties, links).filter(
    (id) => linked.has(id) || byId.get(id)!.kind === 'external-customer',
  );
  const layers = inColumns(chainLayers(order, byId, links), order, byId, links, spacing, before);
  const grid = chainGrid(order, layers, links);
  uncross(grid, stoodAt(grid, before));
  return grid;
}

function spacingOf(
  cards: ReadonlyMap<string, Card>,
  { isClose, gaps, shape }: { isClose: boolean; gaps: RowGaps; shape: number },
): Spacing {
  const mean = (size: (card: Card) => number): number =>
    [...cards.values()].reduce((sum, card) => sum + size(card), 0) / Math.max(1, cards.size);
  return {
    layer: mean(({ width }) => width) + gapOfLayers(isClose),
    card: mean(({ height }) => height) + gaps.cards,
    line: gaps.links,
    shape,
  };
}

/** The middles of the cards that stood somewhere before. */
function stoodAt({ cards }: Grid, before: Placement | undefined): Map<number, number> {
  return new Map(
    cards.flatMap((id, card) => {
      const box = before?.boxes.get(id);
      return box ? [[card, box.y + box.height / 2] as const] : [];
    }),
  );
}

interface Air {
  /** Between two cards of a layer. */
  gap: number;
  isClose: boolean;
  before: Placement | undefined;
}

const gapOfLayers = (isClose: boolean): number => (isClose ? closeLayerGap : layerGap);

const rowGaps = (gap: number, isClose: boolean): RowGaps =>
  isClose
    ? { cards: gap, cardToLink: gap / 2, links: Math.max(4, Math.min(8, gap / 5)) }
    : { cards: gap, cardToLink: 13, links: 10 };

function layGrid(grid: Grid, cards: ReadonlyMap<string, Card>, { gap, isClose, before }: Air): Placement {
  const gaps = rowGaps(gap, isClose);
  const widths = new Float64Array(grid.layerOf.length);
  const heights = new Float64Array(grid.layerOf.length);
  grid.cards.forEach((id, number) => {
    ({ width: widths[number], height: heights[number] } = cards.get(id)!);
  });
  const ports = chainPorts(grid, heights);
  const y = chainRows(grid, heights, ports, gaps, stoodAt(grid, before));
  straighten(grid, heights, ports, gaps, y);

  const depth = grid.layers.length;
  const laid: LaidGrid = {
    grid,
    widths,
    y,
    ...ports,
    left: new Float64Array(depth),
    right: new Float64Array(depth),
  };
  let x = 0;
  grid.layers.forEach((layer, at) => {
    laid.left[at] = x;
    x += layer.reduce((most, item) => Math.max(most, widths[item]!), 0);
    laid.right[at] = x;
    x += gapOfLayers(isClose);
  });

  const boxes = new Map<string, Box>();
  grid.cards.forEach((id, number) => {
    const [width, height] = [widths[number]!, heights[number]!];
    const layer = grid.layerOf[number]!;
    const middle = (laid.left[layer]! + laid.right[layer]!) / 2;
    boxes.set(id, { x: middle - width / 2, y: y[number]! - height / 2, width, height });
  });
  const isMany = grid.ways.length > manyLinks;
  const routes = new Map<string, Route>();
  grid.ways.forEach((way, number) => {
    const { points, lane } = bendsOf(laid, way, number);
    routes.set(way.link, routeThrough(points, lane, isMany ? coarseSteps : undefined));
  });
  return { boxes, routes };
}

/** The gap between cards at which a layout would have this shape. */
function airyGap({ boxes }: Placement, { layers, cards }: Grid, usual: number, shape: number): number {
  const bounds = boundsOf(boxes.values());
  if (!bounds) return usual;
  const missing = bounds.width / shape - bounds.height;
  const rows = layers.reduce(
    (most, layer) => Math.max(most, layer.filter((item) => item < cards.length).length),
    0,
  );
  return rows < 2 ? usual : Math.round(usual + missing / (rows - 1));
}
