import type { CompiledMap } from './compiled-map.js';

/**
 * The same map as one external customer sees it, who then counts for 1 and nobody else for anything: harm over it is
 * this customer's alone, in minutes or chances without weights. `customer` is a number.
 */
export function seenByOne(map: CompiledMap, customer: number): CompiledMap {
  const weight = new Float64Array(map.weight.length);
  weight[customer] = 1;
  return { ...map, weight };
}
