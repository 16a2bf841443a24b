import { z } from 'zod';
import type { Role } from './principal.js';

/**
 * Who may read an item or a log entry: everyone on the map, the facilitator, those who speak for one party
 * (`side:<party id>`), or the server alone.
 */
export const audienceSchema = z.union([
  z.enum(['everyone', 'facilitator', 'server']),
  z.templateLiteral(['side:', z.string().min(1)]),
]);
export type Audience = z.infer<typeof audienceSchema>;

/** Someone who reads: the server itself, or a principal with a role and the parties it speaks for. */
export type Viewer = 'server' | { role: Role; speaksFor: readonly string[] };

/** The one place that decides who reads what: loads, streams, reports, conflicts and exports all ask it. */
export function mayRead(audience: Audience, viewer: Viewer): boolean {
  if (viewer === 'server' || audience === 'everyone') return true;
  if (audience === 'server') return false;
  if (audience === 'facilitator') return viewer.role === 'owner';
  return viewer.speaksFor.includes(audience.slice('side:'.length));
}
