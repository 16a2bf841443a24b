import type { CompiledMap } from './compiled-map.js';

/** External customers that count, by number: what others weigh is 0. */
export function countedCustomers({ weight }: CompiledMap): Int32Array {
  const found: number[] = [];
  for (let v = 0; v < weight.length; v++) if (weight[v]! > 0) found.push(v);
  return Int32Array.from(found);
}
