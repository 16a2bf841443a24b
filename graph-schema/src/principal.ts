import { z } from 'zod';
import { idSchema } from './text.js';

/** What an access link allows, in rising order. */
export const roles = ['viewer', 'editor', 'owner'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** True where `role` allows what `needed` allows. */
export const allows = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** Someone acting on a map: who they are (`id` signs their commits) and what they may do there. */
export const principalSchema = z.strictObject({
  id: idSchema,
  role: roleSchema,
  /** Parties whose side this principal speaks for. */
  speaksFor: z.array(idSchema),
});
export type Principal = z.infer<typeof principalSchema>;
