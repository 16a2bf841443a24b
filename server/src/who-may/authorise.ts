import { DownstreamError } from '@downstream/graph-schema/problem';
import { allows } from '@downstream/graph-schema/principal';
import type { May } from '@downstream/graph-schema/route-table';
import { admittedTo, isStranger, type Admitted, type Caller } from './caller.js';

/**
 * The principal as whom a caller acts on a route, by the route table's `may`. Throws NOT_SIGNED_IN for strangers,
 * FORBIDDEN where the role is too low, and MAP_NOT_FOUND for a map where the caller has no place: whether there
 * is such a map is none of their business.
 */
export function authorise(caller: Caller, may: Exclude<May, 'anyone'>, map: string | undefined): Admitted {
  if (isStranger(caller)) throw new DownstreamError('NOT_SIGNED_IN');
  if (may === 'host') {
    if (!caller.host) throw new DownstreamError('FORBIDDEN');
    return caller.host;
  }
  const admitted = map === undefined ? undefined : admittedTo(caller, map);
  if (!admitted) throw new DownstreamError('MAP_NOT_FOUND');
  if (!allows(admitted.role, may)) throw new DownstreamError('FORBIDDEN');
  return admitted;
}
