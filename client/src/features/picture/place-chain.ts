import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ElkNode } from 'elkjs/lib/elk-api';
import type { Card } from './card';
import { chainGraph } from './chain-graph';
import { boundsOf, keptInPlace, placementOf, type Placement } from './placement';

/** Answers a layout question; in the browser by ELK in its worker. */
export type LayOut = (graph: ElkNode) => Promise<ElkNode>;

/** Width to height of a picture that suits a desk's screen beside a panel. */
const wantedShape = 1.35;
const rowGap = 26;
const closeRowGap = 18;
const widestRowGap = 96;
/** A second layout costs little up to here, and gives the picture its shape. */
const fewParties = 40;

/**
 * Places a map as a chain. A long chain of few rows is given air between its rows, so that it fills the screen rather
 * than a strip of it. With `before`, what stood somewhere moves as little as the new links allow.
 */
export async function placeChain(
  content: MapContent,
  cards: ReadonlyMap<string, Card>,
  layOut: LayOut,
  before?: Placement,
): Promise<Placement> {
  const placed = async (gap: number): Promise<Placement> => {
    const graph = chainGraph(content, cards, { rowGap: gap, before: before?.boxes });
    // ELK fails on a graph without nodes.
    return placementOf((graph.children ?? []).length > 0 ? await layOut(graph) : graph, cards);
  };
  let placement = await placed(content.parties.length > fewParties ? closeRowGap : rowGap);
  const gap = airyGap(placement, content.parties.length);
  if (gap > rowGap) placement = await placed(gap);
  return before ? keptInPlace(placement, before) : placement;
}

function airyGap({ boxes }: Placement, parties: number): number {
  const bounds = boundsOf(boxes.values());
  if (!bounds || parties > fewParties) return rowGap;
  const missing = bounds.width / wantedShape - bounds.height;
  const rows = mostInAColumn(boxes);
  return rows < 2 ? rowGap : Math.min(widestRowGap, Math.round(rowGap + missing / (rows - 1)));
}

function mostInAColumn(boxes: Placement['boxes']): number {
  const columns = new Map<number, number>();
  for (const { x } of boxes.values()) columns.set(Math.round(x), (columns.get(Math.round(x)) ?? 0) + 1);
  return Math.max(0, ...columns.values());
}
