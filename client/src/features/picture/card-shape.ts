import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Link } from '@downstream/graph-schema/link';
import { nameSize, usualShape, type CardShape, type MeasureAt } from './card';
import { chainOrder, loopLinks } from './chain-order';
import type { Orientation } from './place-chain';

/** Above this many parties a card holds a name only, so that all of them can be in view and still be read. */
export const manyParties = 40;

/** The width of a desk's screen beside a panel, in the units at which names are still easy to read. */
const readableWidth = 1150;
/** Between two layers. */
export const layerGap = 36;
export const closeLayerGap = 26;
const [narrowest, widest] = [100, 158];
const flatWidth = 172;
/** Of more rows than these each takes so much of the height that cards are better flatter, and wider. */
const fewRows = 7;
const [widerByRow, flattest] = [22, 238];
/** The share of all words that decide the width; the few longer ones are set in smaller letters. */
const mostWords = 0.9;

/** In the free layout cards are of one size on every screen: what keeps them apart are the places kept on the map. */
export const freeOrientation: Orientation = 'down';

/**
 * The shape of a map's cards: a long chain has narrow ones, so that all of it can be in view and be read. No word of a
 * name is broken to get there unless it is very long itself.
 */
export function cardShape(
  content: MapContent,
  measure: MeasureAt,
  orientation: Orientation,
  /** Length to breadth of the room, as for `placeChain`. */
  shape = 1.6,
): CardShape {
  const isCompact = content.parties.length > manyParties;
  const padding = isCompact ? 6 : usualShape.padding;
  const words = content.parties.flatMap(({ name }) => name.split(/\s+/u));
  const widths = words.map((word) => measure(word, nameSize, 'name')).sort((a, b) => a - b);
  const forWidth = (width = 0): number => Math.ceil(width) + 2 * padding + 1;
  // Across, a few long words would take their width from every layer.
  const forWords = forWidth(widths[Math.floor(widths.length * mostWords)]);
  if (isCompact) {
    const width =
      orientation === 'down' ? within(forWidth(widths.at(-1)), 84, 112) : within(forWords, 84, 96);
    return { width, padding, isCompact };
  }
  if (orientation === 'down') return { ...usualShape, padding };
  const layers = layersOf(
    content.parties.map(({ id }) => id),
    content,
  );
  // Where layers are rows, flat cards leave room for many of them; in a narrow room they may not be wide.
  if (orientation === 'up') {
    const wider =
      shape < 1 ? within(flatWidth + (layers - fewRows) * widerByRow, flatWidth, flattest) : flatWidth;
    return { width: wider, padding, isCompact };
  }
  const forChain = Math.floor((readableWidth - (layers - 1) * layerGap) / Math.max(1, layers));
  return {
    width: within(Math.max(forChain, Math.min(forWords, 112)), narrowest, widest),
    padding,
    isCompact,
  };
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Parties on the longest way along links, loops cut open. */
function layersOf(parties: readonly string[], content: MapContent): number {
  const order = chainOrder(content.parties, content.links);
  const back = loopLinks(order, content.links);
  const forward = new Map<string, Link[]>();
  for (const link of content.links) {
    if (back.has(link.id)) continue;
    const links = forward.get(link.provider);
    if (links) links.push(link);
    else forward.set(link.provider, [link]);
  }
  const layer = new Map(parties.map((id) => [id, 1]));
  for (const id of order)
    for (const { customer } of forward.get(id) ?? [])
      layer.set(customer, Math.max(layer.get(customer)!, layer.get(id)! + 1));
  return Math.max(1, ...layer.values());
}
