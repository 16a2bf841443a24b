import type { Link } from '@downstream/graph-schema/link';
import type { Party } from '@downstream/graph-schema/party';
import type { Placement } from './placement';

/** What a card takes of a chain laid from left to right, gaps included, and a line that passes a layer. */
export interface Spacing {
  layer: number;
  card: number;
  line: number;
  /** Length to breadth of the room. */
  shape: number;
}

/** So many external customers stand in one layer whatever the shape of the room. */
const fewCustomers = 24;
const mostColumns = 16;
/** Lines run straight through several columns, which leaves room beside them empty: about so much, as measured. */
const looseness = 1.25;
/** The picture must become that much larger for customers to stand in several layers: one is easier to read. */
const worthwhile = 0.8;

/**
 * Deals the last layer, that of the external customers, out to several where it alone would make the picture small.
 * Lines to the further ones pass between the cards of the nearer ones, as through every layer. Who stood in a column
 * stays there, where there are still as many; others come where the fewest stand, those of one provider side by side.
 */
export function inColumns(
  layers: ReadonlyMap<string, number>,
  order: readonly string[],
  parties: ReadonlyMap<string, Party>,
  links: readonly Link[],
  spacing: Spacing,
  before: Placement | undefined,
): ReadonlyMap<string, number> {
  const customers = order.filter((id) => parties.get(id)!.kind === 'external-customer');
  const columnOf = columnsBefore(customers, before);
  const stood = new Set(columnOf.values()).size;
  const count = columnsFor(layers, customers, links, spacing, stood);
  if (count === 1) return layers;
  if (count !== stood) columnOf.clear();
  const filled = Array.from({ length: count }, () => 0);
  for (const column of columnOf.values()) filled[column]! += 1;
  for (const id of byProvider(customers, order, links)) {
    if (columnOf.has(id)) continue;
    const column = filled.indexOf(Math.min(...filled));
    columnOf.set(id, column);
    filled[column]! += 1;
  }
  return new Map([...layers].map(([id, layer]) => [id, layer + (columnOf.get(id) ?? 0)]));
}

/** The columns in which customers stood, counted from 0. */
function columnsBefore(customers: readonly string[], before: Placement | undefined): Map<string, number> {
  const middles = new Map(
    customers.flatMap((id) => {
      const box = before?.boxes.get(id);
      return box ? [[id, Math.round(box.x + box.width / 2)] as const] : [];
    }),
  );
  const columns = [...new Set(middles.values())].sort((a, b) => a - b);
  return new Map([...middles].map(([id, middle]) => [id, columns.indexOf(middle)]));
}

/** Customers in the order of the last who serves them. */
function byProvider(
  customers: readonly string[],
  order: readonly string[],
  links: readonly Link[],
): string[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const last = new Map(customers.map((id) => [id, -1]));
  for (const { provider, customer } of links)
    if (last.has(customer)) last.set(customer, Math.max(last.get(customer)!, place.get(provider)!));
  return customers.toSorted((a, b) => last.get(a)! - last.get(b)!);
}

/** In how many layers the customers stand where the picture is largest; in as many as before where that is about so. */
function columnsFor(
  layers: ReadonlyMap<string, number>,
  customers: readonly string[],
  links: readonly Link[],
  { layer, card, line, shape }: Spacing,
  stood: number,
): number {
  if (customers.length <= fewCustomers) return 1;
  const last = layers.get(customers[0]!)!;
  const ofTeams = breadthOfTeams(layers, last, links, { card, line });
  const arriving = links.filter(({ customer }) => layers.get(customer) === last).length;
  const sizeIn = (columns: number): number => {
    const cards = Math.ceil(customers.length / columns);
    // A line between two cards takes no more than the gap that is there anyway.
    const lines = Math.max(0, arriving * (1 - 1 / columns) - cards);
    const breadth = columns === 1 ? cards * card : looseness * (cards * card + lines * line);
    return Math.max(((last + columns) * layer) / shape, ofTeams, breadth);
  };
  let best = 1;
  for (let columns = 2; columns <= mostColumns; columns += 1)
    if (sizeIn(columns) < sizeIn(best)) best = columns;
  if (stood > 1 && sizeIn(stood) * worthwhile < sizeIn(best)) return stood;
  return sizeIn(best) < worthwhile * sizeIn(1) ? best : 1;
}

/** What the broadest layer before the last takes: its cards, and the lines that pass it. */
function breadthOfTeams(
  layers: ReadonlyMap<string, number>,
  last: number,
  links: readonly Link[],
  { card, line }: Pick<Spacing, 'card' | 'line'>,
): number {
  const breadth = new Float64Array(last + 2);
  for (const layer of layers.values()) breadth[layer]! += card;
  const begun = new Float64Array(last + 2);
  for (const { provider, customer } of links) {
    const [from, to] = [layers.get(provider)!, layers.get(customer)!];
    if (to <= from) continue;
    begun[from + 1]! += line;
    begun[to]! -= line;
  }
  let [passing, most] = [0, 0];
  for (let layer = 0; layer < last; layer += 1) {
    passing += begun[layer]!;
    most = Math.max(most, breadth[layer]! + passing);
  }
  return most;
}
