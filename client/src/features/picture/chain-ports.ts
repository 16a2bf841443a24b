import type { Grid, Way } from './chain-grid';

/** How far from a card's middle each link leaves (`out`) and arrives (`into`), by the link's place in `grid.ways`. */
export interface Ports {
  out: Float64Array;
  into: Float64Array;
}

/** Spreads the links of each card along its sides, in the order of where they go, so that none crosses at the card. */
export function chainPorts(grid: Grid, heights: Float64Array): Ports {
  const { cards, ways } = grid;
  const leaving: Side[][] = cards.map(() => []);
  const arriving: Side[][] = cards.map(() => []);
  ways.forEach((way, index) => {
    const [provider, customer] = [way.stops[0]!, way.stops.at(-1)!];
    leaving[provider]!.push({ way: index, key: keyAt(grid, way, provider, way.stops[1]!) });
    arriving[customer]!.push({ way: index, key: keyAt(grid, way, customer, way.stops.at(-2)!) });
  });
  const ports = { out: new Float64Array(ways.length), into: new Float64Array(ways.length) };
  for (let card = 0; card < cards.length; card += 1) {
    spread(leaving[card]!, heights[card]!, ports.out);
    spread(arriving[card]!, heights[card]!, ports.into);
  }
  return ports;
}

interface Side {
  way: number;
  key: number;
}

/** Loops turn outside everything else: upwards from the upper end, the nearest lane first, or downwards from the lower. */
function keyAt({ place, layers }: Grid, { isLoop }: Way, card: number, next: number): number {
  if (!isLoop) return place[next]!;
  const far = layers.reduce((most, { length }) => Math.max(most, length), 0) + 1;
  return place[next]! < place[card]! ? -far - place[next]! : 2 * far - place[next]!;
}

function spread(side: Side[], height: number, offsets: Float64Array): void {
  side.sort((a, b) => a.key - b.key || a.way - b.way);
  side.forEach(({ way }, index) => {
    offsets[way] = height * ((index + 1) / (side.length + 1) - 0.5);
  });
}
