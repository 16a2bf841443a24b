import type { Principal } from '@downstream/graph-schema/principal';
import { roles } from '@downstream/graph-schema/principal';
import type { AccessRecord, PrincipalRecord, Writer } from '../store/store.js';

/** A principal with the access link that let it in; null for a browser on this server's own machine. */
export interface Admitted extends Principal {
  access: string | null;
}

/** Who sent a request: the places where it is let in. */
export interface Caller {
  /** Set for the host, who owns every map of this server. */
  host?: Admitted;
  onMaps: ReadonlyMap<string, Admitted>;
  /** The hash of the browser's token, where it brought one that is in use. */
  browserHash?: string;
}

/** A browser on the machine of a server that only this machine can reach. */
export const localHost: Admitted = { id: 'host', role: 'owner', speaksFor: [], access: null };

/** The caller who holds an access link itself: a script. */
export function callerByLink(access: AccessRecord): Caller {
  const admitted: Admitted = { id: access.id, role: access.role, speaksFor: [], access: access.id };
  return access.scope === 'host'
    ? { host: admitted, onMaps: new Map() }
    : { onMaps: new Map([[access.scope.map, admitted]]) };
}

/** The caller who was let in to these places: a browser. On each map the highest of its roles counts. */
export function callerByPrincipals(principals: readonly PrincipalRecord[], browserHash: string): Caller {
  const onMaps = new Map<string, Admitted>();
  let host: Admitted | undefined;
  for (const { id, scope, access, role, speaksFor } of principals) {
    const admitted: Admitted = { id, role, speaksFor, access };
    if (scope === 'host') {
      host ??= admitted;
      continue;
    }
    const other = onMaps.get(scope.map);
    if (!other || roles.indexOf(other.role) < roles.indexOf(role)) onMaps.set(scope.map, admitted);
  }
  return { ...(host && { host }), onMaps, ...(principals.length > 0 && { browserHash }) };
}

/** Someone who was never let in anywhere, or no longer is. */
export const isStranger = (caller: Caller): boolean => !caller.host && caller.onMaps.size === 0;

/** Who a caller is on one map, if anyone. */
export const admittedTo = (caller: Caller, map: string): Admitted | undefined =>
  caller.host ?? caller.onMaps.get(map);

/** The principal as one who commits: signs the log, and reads answers and conflicts. */
export const writerOf = (principal: Principal): Writer => ({ id: principal.id, viewer: principal });
