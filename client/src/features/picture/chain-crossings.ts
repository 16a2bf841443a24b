import { numberPlaces, type Grid } from './chain-grid';

/**
 * Puts each layer in an order in which few links cross: barycentre sweeps (Sugiyama, Tagawa, Toda 1981), then swaps of
 * neighbours, from several beginnings where the map is small. The count of crossings is Barth, Jünger and Mutzel's
 * (2002). Cards for which `stood` gives a place keep the order in which they stood.
 */
export function uncross(grid: Grid, stood: ReadonlyMap<number, number>): void {
  const work = grid.layerOf.length + grid.ways.length;
  const beginnings = stood.size > 0 ? 1 : Math.max(1, Math.min(mostBeginnings, Math.floor(workload / work)));
  const sweeps = work > veryLarge ? fewSweeps : manySweeps;
  const canSwap = work < swapUpTo;
  const random = seeded(1);
  let best: { crossings: number; layers: number[][] } | undefined;
  for (let beginning = 0; beginning < beginnings; beginning += 1) {
    if (beginning > 0) for (const layer of grid.layers) shuffle(layer, random);
    else if (stood.size > 0) startWhereTheyStood(grid, stood);
    for (const layer of grid.layers) numberPlaces(grid, layer);
    let sinceBetter = 0;
    let least = Infinity;
    for (let sweep = 0; sweep < sweeps && sinceBetter < patience; sweep += 1) {
      sweepOnce(grid, sweep % 2 === 0, stood);
      for (let pass = 0; canSwap && pass < mostPasses && swapNeighbours(grid, stood); pass += 1);
      const crossings = countCrossings(grid);
      sinceBetter = crossings < least ? 0 : sinceBetter + 1;
      least = Math.min(least, crossings);
      if (!best || crossings < best.crossings)
        best = { crossings, layers: grid.layers.map((layer) => [...layer]) };
    }
    if (best?.crossings === 0) break;
  }
  if (!best) return;
  grid.layers = best.layers;
  for (const layer of grid.layers) numberPlaces(grid, layer);
}

const [manySweeps, fewSweeps] = [16, 8];
const patience = 3;
const mostPasses = 20;
const mostBeginnings = 24;
/** Cards, waypoints and links that may be ordered in all, from all beginnings together. */
const workload = 6_000;
const swapUpTo = 3_000;
const veryLarge = 30_000;

function sweepOnce(grid: Grid, onward: boolean, stood: ReadonlyMap<number, number>): void {
  const { layers, place } = grid;
  const wanted = new Float64Array(place.length);
  for (let step = 0; step < layers.length; step += 1) {
    const at = onward ? step : layers.length - 1 - step;
    const layer = layers[at]!;
    for (const item of layer) {
      const near = (onward ? grid.before : grid.after)[item]!;
      const beside = grid.beside[item]!;
      let sum = 0;
      for (const other of near) sum += relative(grid, other);
      for (const other of beside) sum += relative(grid, other);
      const count = near.length + beside.length;
      wanted[item] = count > 0 ? sum / count : relative(grid, item);
    }
    layer.sort((a, b) => wanted[a]! - wanted[b]! || place[a]! - place[b]!);
    if (stood.size > 0) keepOrder(layer, stood);
    numberPlaces(grid, layer);
  }
}

/** How far down its layer something stands, from 0 to 1: layers differ in how much they hold. */
const relative = ({ layers, layerOf, place }: Grid, item: number): number =>
  (place[item]! + 0.5) / layers[layerOf[item]!]!.length;

/** The seats that cards with a known order have in a layer are given to them in that order. */
function keepOrder(layer: number[], stood: ReadonlyMap<number, number>): void {
  const known = layer.filter((item) => stood.has(item)).sort((a, b) => stood.get(a)! - stood.get(b)!);
  let next = 0;
  layer.forEach((item, index) => {
    if (stood.has(item)) layer[index] = known[next++]!;
  });
}

/** New cards and waypoints begin where their neighbours stood. */
function startWhereTheyStood(grid: Grid, stood: ReadonlyMap<number, number>): void {
  const wanted = new Float64Array(grid.layerOf.length).fill(Number.NaN);
  for (const [item, y] of stood) wanted[item] = y;
  for (const { stops } of grid.ways) {
    const [first, last] = [stood.get(stops[0]!) ?? 0, stood.get(stops.at(-1)!) ?? 0];
    stops.forEach((stop, index) => {
      if (Number.isNaN(wanted[stop]!)) wanted[stop] = first + ((last - first) * index) / (stops.length - 1);
    });
  }
  for (const layer of grid.layers) layer.sort((a, b) => (wanted[a] || 0) - (wanted[b] || 0) || a - b);
}

/** One pass over all pairs of neighbours; true where a swap took crossings away. */
function swapNeighbours(grid: Grid, stood: ReadonlyMap<number, number>): boolean {
  let hasSwapped = false;
  for (const layer of grid.layers) {
    for (let index = 1; index < layer.length; index += 1) {
      const [a, b] = [layer[index - 1]!, layer[index]!];
      if (stood.has(a) && stood.has(b)) continue;
      if (gain(grid, a, b) <= 0) continue;
      [layer[index - 1], layer[index]] = [b, a];
      grid.place[b] = index - 1;
      grid.place[a] = index;
      hasSwapped = true;
    }
  }
  return hasSwapped;
}

/** Crossings that go away, less those that come, when a and the one after it, b, change places. */
function gain(grid: Grid, a: number, b: number): number {
  const { place, before, after, beside } = grid;
  let sum = 0;
  for (const sides of [before, after]) {
    for (const x of sides[a]!) {
      for (const y of sides[b]!) sum += Math.sign(place[x]! - place[y]!);
    }
  }
  // A loop's turn is crossed by every link that leaves between it and its card.
  for (const x of beside[a]!) if (x !== b) sum += Math.sign(place[x]! - place[a]!) * weightOf(grid, b);
  for (const y of beside[b]!) if (y !== a) sum += Math.sign(place[b]! - place[y]!) * weightOf(grid, a);
  return sum;
}

/** What it costs a loop to turn around something: a card, or the links that pass. */
const weightOf = ({ cards, before, after }: Grid, item: number): number =>
  item < cards.length ? 1 + (before[item]!.length + after[item]!.length) / 2 : 1;

function countCrossings(grid: Grid): number {
  let crossings = 0;
  for (let at = 1; at < grid.layers.length; at += 1) crossings += between(grid, grid.layers[at - 1]!);
  for (const layer of grid.layers) {
    for (const item of layer) {
      if (item < grid.cards.length) continue;
      for (const card of grid.beside[item]!) {
        const [low, high] = [grid.place[item]!, grid.place[card]!].sort((a, b) => a - b) as [number, number];
        for (let index = low + 1; index < high; index += 1) crossings += weightOf(grid, layer[index]!);
      }
    }
  }
  return crossings;
}

/** Crossings between a layer and the next: pairs of links whose ends stand in opposite orders. */
function between({ place, after, layerOf, layers }: Grid, layer: readonly number[]): number {
  const size = layer.length > 0 ? layers[layerOf[layer[0]!]! + 1]!.length : 0;
  const tree = new Int32Array(size + 1);
  let passed = 0;
  let crossings = 0;
  for (const item of layer) {
    const ends = after[item]!;
    for (const end of ends) {
      let upTo = 0;
      for (let index = place[end]! + 1; index > 0; index -= index & -index) upTo += tree[index]!;
      crossings += passed - upTo;
    }
    for (const end of ends)
      for (let index = place[end]! + 1; index <= size; index += index & -index) tree[index]! += 1;
    passed += ends.length;
  }
  return crossings;
}

function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
}

/** A linear congruential generator (Park and Miller 1988): the same map always gets the same picture. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
