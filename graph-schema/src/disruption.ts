import { z } from 'zod';
import { limits } from './limits.js';
import { idSchema } from './text.js';

/** How late one party's output will be in all, or that something is wrong in it. */
export const disruptionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ party: idSchema, kind: z.literal('delay'), minutes: z.int().min(1).max(limits.minutes) }),
  z.strictObject({ party: idSchema, kind: z.literal('defect') }),
]);
export type Disruption = z.infer<typeof disruptionSchema>;

/** What to simulate. `seed` and `worlds` matter only where a defect has to be estimated. */
export const rippleRequestSchema = z.strictObject({
  disruptions: z.array(disruptionSchema).min(1).max(limits.disruptions),
  seed: z.int().min(0).max(4_294_967_295).default(1),
  worlds: z.int().min(1).max(limits.worlds).default(10_000),
});
export type RippleRequest = z.infer<typeof rippleRequestSchema>;
