import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ElkNode } from 'elkjs/lib/elk-api';
import type { Card } from './card';
import { chainGraph } from './chain-graph';
import { boundsOf, keptInPlace, mirror, placementOf, upsideDown, type Placement } from './placement';

/** Answers a layout question; in the browser by ELK in its worker. */
export type LayOut = (graph: ElkNode) => Promise<ElkNode>;

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
const widestRowGap = 96;
/** A second layout costs little up to here, and gives the picture its shape. */
const fewParties = 40;

/**
 * Places a map as a chain. A long chain of few rows is given air between its rows, so that it fills the screen rather
 * than a strip of it.
 */
export async function placeChain(
  content: MapContent,
  cards: ReadonlyMap<string, Card>,
  layOut: LayOut,
  { orientation, before, shape = 1.6 }: ChainOptions,
): Promise<Placement> {
  // A chain that runs down is one that runs across, seen in a mirror along the diagonal.
  const seen = views[orientation];
  const laidCards = new Map([...cards].map(([id, card]) => [id, { ...card, ...seen.size(card) }]));
  const laidBefore = before && seen.back(before);
  const placed = async (gap: number): Promise<Placement> => {
    const graph = chainGraph(content, laidCards, { rowGap: gap, before: laidBefore?.boxes });
    // ELK fails on a graph without nodes.
    return placementOf((graph.children ?? []).length > 0 ? await layOut(graph) : graph, laidCards);
  };
  const usual = content.parties.length > fewParties ? closeRowGap : rowGap[orientation];
  let placement = await placed(usual);
  const gap = airyGap(placement, content.parties.length, usual, shape);
  if (gap > usual) placement = await placed(gap);
  const kept = laidBefore ? keptInPlace(placement, laidBefore) : placement;
  return seen.placement(kept);
}

interface Seen {
  size: (card: Card) => { width: number; height: number };
  placement: (laid: Placement) => Placement;
  back: (shown: Placement) => Placement;
}

const turned = ({ width, height }: Card) => ({ width: height, height: width });

/** How a chain that ELK has laid from left to right is shown, and how what is shown was laid. */
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

function airyGap({ boxes }: Placement, parties: number, usual: number, shape: number): number {
  const bounds = boundsOf(boxes.values());
  if (!bounds || parties > fewParties) return usual;
  const missing = bounds.width / shape - bounds.height;
  const rows = mostInAColumn(boxes);
  return rows < 2 ? usual : Math.min(widestRowGap, Math.round(usual + missing / (rows - 1)));
}

function mostInAColumn(boxes: Placement['boxes']): number {
  const columns = new Map<number, number>();
  for (const { x } of boxes.values()) columns.set(Math.round(x), (columns.get(Math.round(x)) ?? 0) + 1);
  return Math.max(0, ...columns.values());
}
