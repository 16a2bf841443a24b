import { z } from 'zod';
import { limits } from './limits.js';

/**
 * What is done to each team and supplier in turn when a whole map is judged: the same delay, or a defect. No party is
 * named, since it is everyone's turn.
 */
export const referenceDisruptionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), minutes: z.int().min(1).max(limits.minutes) }),
  z.strictObject({ kind: z.literal('defect') }),
]);
export type ReferenceDisruption = z.infer<typeof referenceDisruptionSchema>;

/** How a number came about: exactly, or estimated from random worlds because the exact way would take too long. */
export const harmMethodSchema = z.enum(['exact', 'monte-carlo']);
export type HarmMethod = z.infer<typeof harmMethodSchema>;
