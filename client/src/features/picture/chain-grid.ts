import type { Link } from '@downstream/graph-schema/link';

/**
 * A chain cut into layers. Numbers below `cards.length` are cards; the others are waypoints, where a link passes a
 * layer in which neither of its ends stands. A link that closes a loop also has one beside each of its two cards, where
 * it turns: it leaves to the right, runs back along its lane and arrives from the left, like every other link.
 */
export interface Grid {
  cards: readonly string[];
  /** Cards and waypoints of each layer, in the order in which they stand. */
  layers: number[][];
  layerOf: Int32Array;
  /** Where in its layer each stands. */
  place: Int32Array;
  ways: Way[];
  /** Neighbours in the layer before, in the layer after, and beside in the same layer. */
  before: number[][];
  after: number[][];
  beside: number[][];
}

/** A link's way: its provider, the waypoints, its customer. */
export interface Way {
  link: string;
  stops: number[];
  isLoop: boolean;
}

export function chainGrid(
  order: readonly string[],
  layers: ReadonlyMap<string, number>,
  links: readonly Link[],
): Grid {
  const number = new Map(order.map((id, index) => [id, index]));
  const layerOf = order.map((id) => layers.get(id)!);
  const depth = layerOf.reduce((most, layer) => Math.max(most, layer), -1) + 1;
  const waypoint = (layer: number): number => layerOf.push(layer) - 1;

  const ways = links
    .filter(({ provider, customer }) => provider !== customer)
    .map(({ id, provider, customer }): Way => {
      const [from, to] = [number.get(provider)!, number.get(customer)!];
      const [first, last] = [layerOf[from]!, layerOf[to]!];
      const isLoop = last <= first;
      const passed = isLoop
        ? Array.from({ length: first - last + 1 }, (_, step) => first - step)
        : Array.from({ length: last - first - 1 }, (_, step) => first + 1 + step);
      return { link: id, stops: [from, ...passed.map(waypoint), to], isLoop };
    });

  const empty = (): number[][] => Array.from({ length: layerOf.length }, () => []);
  const [before, after, beside] = [empty(), empty(), empty()];
  for (const { stops } of ways) {
    for (let index = 1; index < stops.length; index += 1) {
      const [a, b] = [stops[index - 1]!, stops[index]!];
      if (layerOf[a] === layerOf[b]) {
        beside[a]!.push(b);
        beside[b]!.push(a);
      } else {
        const [left, right] = layerOf[a]! < layerOf[b]! ? [a, b] : [b, a];
        after[left]!.push(right);
        before[right]!.push(left);
      }
    }
  }

  const standing: number[][] = Array.from({ length: depth }, () => []);
  layerOf.forEach((layer, at) => standing[layer]!.push(at));
  const grid: Grid = {
    cards: order,
    layers: standing,
    layerOf: Int32Array.from(layerOf),
    place: new Int32Array(layerOf.length),
    ways,
    before,
    after,
    beside,
  };
  for (const layer of standing) numberPlaces(grid, layer);
  return grid;
}

export function numberPlaces({ place }: Pick<Grid, 'place'>, layer: readonly number[]): void {
  layer.forEach((at, index) => {
    place[at] = index;
  });
}
