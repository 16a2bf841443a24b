import { z } from 'zod';
import { limits } from './limits.js';
import { roleSchema } from './principal.js';
import { idSchema, visibleText } from './text.js';

/** A secret link that lets browsers in with a role. The secret itself is kept nowhere, only its hash. */
export const accessLinkSchema = z.strictObject({
  id: idSchema,
  role: roleSchema,
  createdAt: z.iso.datetime(),
});
export type AccessLink = z.infer<typeof accessLinkSchema>;

export const secretSchema = visibleText(limits.id);

/** A new access link with its secret, which is shown this once. */
export const newAccessLinkSchema = accessLinkSchema.extend({ secret: secretSchema });
export type NewAccessLink = z.infer<typeof newAccessLinkSchema>;

/** What opening a secret led to: a map with a role, or the host's place on this server. */
export const openedSchema = z.union([
  z.strictObject({ map: idSchema, role: roleSchema }),
  z.strictObject({ host: z.literal(true) }),
]);
export type Opened = z.infer<typeof openedSchema>;
