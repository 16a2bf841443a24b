import type { Role } from '@downstream/graph-schema/principal';
import { call } from './call';

/** Makes a link that lets others in; its secret is given this once. */
export const createAccess = (map: string, role: Role) =>
  call('createAccess', { path: { map }, body: { role } });
