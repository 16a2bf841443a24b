import type { Grid } from './chain-grid';
import type { Ports } from './chain-ports';

/** Least distances across the chain: between two cards, a card and a link, two links. */
export interface RowGaps {
  cards: number;
  cardToLink: number;
  links: number;
}

/** How much more a link minds a bend between two waypoints than at a card. */
const straightness = 6;
const [manyRounds, fewRounds] = [28, 10];
const large = 12_000;

/**
 * Where the middle of every card and waypoint lies across the chain. Each is drawn to its neighbours, as by springs;
 * one layer after the other is settled exactly, keeping its order and its distances (isotonic regression by pooling
 * adjacent violators: Ayer et al. 1955). `stood` are cards that were somewhere before: they are drawn there as well.
 */
export function chainRows(
  grid: Grid,
  heights: Float64Array,
  ports: Ports,
  gaps: RowGaps,
  stood: ReadonlyMap<number, number>,
): Float64Array {
  const y = new Float64Array(heights.length);
  const offsets = grid.layers.map((layer) => offsetsIn(layer, heights, grid.cards.length, gaps));
  grid.layers.forEach((layer, at) => {
    const middle = (offsets[at]!.at(-1) ?? 0) / 2;
    layer.forEach((item, index) => {
      y[item] = offsets[at]![index]! - middle;
    });
  });
  const springs = springsOf(grid, heights, ports, gaps);
  const rounds = heights.length > large ? fewRounds : manyRounds;
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < grid.layers.length; step += 1) {
      const at = round % 2 === 0 ? step : grid.layers.length - 1 - step;
      settle(grid.layers[at]!, offsets[at]!, springs, stood, y);
    }
  }
  return y;
}

/** Distances of each from the first of its layer where they stand as close as they may. */
function offsetsIn(layer: readonly number[], heights: Float64Array, cards: number, gaps: RowGaps): number[] {
  const offsets: number[] = [];
  layer.forEach((item, index) => {
    if (index === 0) {
      offsets.push(0);
      return;
    }
    const before = layer[index - 1]!;
    offsets.push(offsets[index - 1]! + leastDistance(before, item, heights, cards, gaps));
  });
  return offsets;
}

export function leastDistance(
  a: number,
  b: number,
  heights: Float64Array,
  cards: number,
  gaps: RowGaps,
): number {
  const ofCards = Number(a < cards) + Number(b < cards);
  const gap = ofCards === 2 ? gaps.cards : ofCards === 1 ? gaps.cardToLink : gaps.links;
  return (heights[a]! + heights[b]!) / 2 + gap;
}

/** What draws each: its neighbours, how far off them it wants to be, and how strongly; from `start[n]` to `start[n + 1]`. */
interface Springs {
  start: Int32Array;
  other: Int32Array;
  off: Float64Array;
  strength: Float64Array;
}

function springsOf(grid: Grid, heights: Float64Array, ports: Ports, gaps: RowGaps): Springs {
  const cards = grid.cards.length;
  const count = new Int32Array(heights.length + 1);
  for (const { stops } of grid.ways)
    stops.forEach((stop, index) => {
      count[stop + 1]! += index === 0 || index === stops.length - 1 ? 1 : 2;
    });
  const start = count.slice();
  for (let item = 1; item <= heights.length; item += 1) start[item]! += start[item - 1]!;
  const next = start.slice();
  const total = start[heights.length]!;
  const springs = {
    start,
    other: new Int32Array(total),
    off: new Float64Array(total),
    strength: new Float64Array(total),
  };
  const add = (item: number, other: number, off: number, strength: number): void => {
    const at = next[item]!++;
    springs.other[at] = other;
    springs.off[at] = off;
    springs.strength[at] = strength;
  };
  grid.ways.forEach(({ stops, isLoop }, way) => {
    for (let index = 1; index < stops.length; index += 1) {
      const [a, b] = [stops[index - 1]!, stops[index]!];
      const strength = a >= cards && b >= cards ? straightness : 1;
      let off = (a < cards ? ports.out[way]! : 0) - (b < cards ? ports.into[way]! : 0);
      if (isLoop && grid.layerOf[a] === grid.layerOf[b]) {
        const [card, sign] = a < cards ? [a, 1] : [b, -1];
        const lane = card === a ? b : a;
        const side = grid.place[lane]! < grid.place[card]! ? -1 : 1;
        off = sign * side * (heights[card]! / 2 + gaps.cardToLink);
      }
      add(b, a, off, strength);
      add(a, b, -off, strength);
    }
  });
  return springs;
}

/** Moves the items of one layer to where their springs draw them, as near as their order and distances allow. */
function settle(
  layer: readonly number[],
  offsets: readonly number[],
  { start, other, off, strength }: Springs,
  stood: ReadonlyMap<number, number>,
  y: Float64Array,
): void {
  const blocks: { first: number; sum: number; weight: number }[] = [];
  layer.forEach((item, index) => {
    // What nothing draws stays about where it is.
    let weight = 0.05;
    let sum = weight * y[item]!;
    const before = stood.get(item);
    if (before !== undefined) {
      weight += 1;
      sum += before;
    }
    for (let at = start[item]!; at < start[item + 1]!; at += 1) {
      weight += strength[at]!;
      sum += strength[at]! * (y[other[at]!]! + off[at]!);
    }
    let block = { first: index, sum: sum - weight * offsets[index]!, weight };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.weight >= block.sum / block.weight;
      last = blocks.at(-1)
    ) {
      block = { first: last.first, sum: last.sum + block.sum, weight: last.weight + block.weight };
      blocks.pop();
    }
    blocks.push(block);
  });
  blocks.forEach(({ first, sum, weight }, number) => {
    const end = blocks[number + 1]?.first ?? layer.length;
    for (let index = first; index < end; index += 1) y[layer[index]!] = sum / weight + offsets[index]!;
  });
}
