import { z } from 'zod';
import { limits } from './limits.js';
import { referenceDisruptionSchema, type ReferenceDisruption } from './reference-disruption.js';
import { idSchema, visibleText } from './text.js';

/** What every question about a whole map may be narrowed to. */
export const narrowingSchema = z.strictObject({
  customer: idSchema.optional().meta({
    description:
      'the id of an external customer: harm to it alone, without weights; to all of them if not said',
  }),
  group: visibleText(limits.name).optional().meta({
    description:
      'a department or site: only what lies in it or, of links, touches it; harm stays that of the whole map',
  }),
});
export type Narrowing = z.infer<typeof narrowingSchema>;

const disruption = referenceDisruptionSchema
  .optional()
  .meta({ description: 'what each team and supplier suffers in turn; a delay of one day if not said' });

/** What is asked about harm over a whole map, by page, routes and command line alike. */
export const harmQuestionSchema = narrowingSchema.extend({ disruption });
export type HarmQuestion = z.infer<typeof harmQuestionSchema>;
export type WeakLinksQuestion = HarmQuestion & { top: number };
/** About one external customer, in one department or everywhere. */
export const customerQuestionSchema = narrowingSchema.extend({
  customer: idSchema.meta({ description: 'the id of the external customer that is asked about' }),
});
export type CustomerQuestion = z.infer<typeof customerQuestionSchema>;

/** An address has no room for objects: there a disruption is its kind and its minutes. */
const inAddress = narrowingSchema.extend({
  kind: z.enum(['delay', 'defect']).default('delay'),
  minutes: z.coerce
    .number()
    .int()
    .min(1)
    .max(limits.minutes)
    .optional()
    .meta({ description: 'of the delay; a day if not said' }),
});
type InAddress = z.infer<typeof inAddress>;
const hasMinutesOfDelay = ({ kind, minutes }: InAddress): boolean =>
  kind === 'delay' || minutes === undefined;
const noMinutes = { path: ['minutes'], message: 'goes with a delay; a defect has none' };

export const harmQuerySchema = inAddress.refine(hasMinutesOfDelay, noMinutes);
export const weakLinksQuerySchema = inAddress
  .extend({ top: z.coerce.number().int().min(1).max(1_000).default(100) })
  .refine(hasMinutesOfDelay, noMinutes);

/** The question that an address asks. */
export function questionOf<Query extends InAddress>({
  kind,
  minutes,
  ...rest
}: Query): Omit<Query, 'kind' | 'minutes'> & { disruption: ReferenceDisruption | undefined } {
  if (kind === 'defect') return { ...rest, disruption: { kind } };
  return { ...rest, disruption: minutes === undefined ? undefined : { kind, minutes } };
}
