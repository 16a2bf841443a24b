import { z } from 'zod';
import { limits } from './limits.js';
import { minutesSchema } from './numbers.js';
import { idSchema, textOf, visibleText } from './text.js';

/** `blocking`: a late output makes the customer late. `helpful`: it inconveniences. */
export const dependenceSchema = z.enum(['blocking', 'helpful']);
export type Dependence = z.infer<typeof dependenceSchema>;

/** `declared` by one side, then `confirmed`, `adjusted` or `disputed` by the other. */
export const handshakeSchema = z.enum(['declared', 'confirmed', 'adjusted', 'disputed']);
export type Handshake = z.infer<typeof handshakeSchema>;

/** One provider hands one output to one customer. Several links may join the same two parties. */
export const linkSchema = z.strictObject({
  type: z.literal('link'),
  id: idSchema,
  provider: idSchema,
  customer: idSchema,
  output: textOf(limits.output),
  dependence: dependenceSchema.optional(),
  /** Links of one group into one customer are substitutes for each other. */
  alternativeGroup: visibleText(limits.name).optional(),
  /** Minutes to switch to this substitute, counted from when the primary was due. The primary has none. */
  switchTime: minutesSchema.optional(),
  /** Minutes after the provider's trouble until the customer feels it: the picture's clock, not the harm. */
  leadTime: minutesSchema.optional(),
  handshake: handshakeSchema.default('declared'),
});
export type Link = z.infer<typeof linkSchema>;
