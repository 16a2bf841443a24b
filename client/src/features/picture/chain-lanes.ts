import type { Grid } from './chain-grid';
import type { Ports } from './chain-ports';
import { leastDistance, type RowGaps } from './chain-rows';

/**
 * Takes bends out of long links: a link keeps to one height through as many layers as its neighbours leave room for
 * (stabbing intervals greedily gives the fewest heights), at best that of the card it leaves or reaches.
 */
export function straighten(
  grid: Grid,
  heights: Float64Array,
  ports: Ports,
  gaps: RowGaps,
  y: Float64Array,
): void {
  const cards = grid.cards.length;
  const room = (item: number): [number, number] => {
    const layer = grid.layers[grid.layerOf[item]!]!;
    const [above, below] = [layer[grid.place[item]! - 1], layer[grid.place[item]! + 1]];
    return [
      above === undefined ? -Infinity : y[above]! + leastDistance(above, item, heights, cards, gaps),
      below === undefined ? Infinity : y[below]! - leastDistance(item, below, heights, cards, gaps),
    ];
  };
  grid.ways.forEach(({ stops, isLoop }, way) => {
    const begin = isLoop ? undefined : y[stops[0]!]! + ports.out[way]!;
    const end = isLoop ? undefined : y[stops.at(-1)!]! + ports.into[way]!;
    let first = 1;
    while (first < stops.length - 1) {
      let [low, high] = room(stops[first]!);
      let sum = y[stops[first]!]!;
      let next = first + 1;
      for (; next < stops.length - 1; next += 1) {
        const [lower, higher] = room(stops[next]!);
        if (Math.max(low, lower) > Math.min(high, higher)) break;
        [low, high] = [Math.max(low, lower), Math.min(high, higher)];
        sum += y[stops[next]!]!;
      }
      const wanted = [...(first === 1 ? [begin] : []), ...(next === stops.length - 1 ? [end] : [])];
      const level = wanted.find((at) => at !== undefined && at >= low && at <= high);
      const mean = sum / (next - first);
      const chosen = level ?? Math.max(low, Math.min(high, mean));
      if (low <= high) for (let index = first; index < next; index += 1) y[stops[index]!] = chosen;
      first = next;
    }
  });
}
