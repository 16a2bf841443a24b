import { z } from 'zod';
import { minutesSchema, probabilitySchema } from './numbers.js';
import { harmQuestionSchema } from './whole-map-question.js';

export const changeKinds = ['slack', 'buffer', 'check', 'alternative'] as const;
export type AdvisedKind = (typeof changeKinds)[number];

/** How large each kind of change would be. */
export const adviceSizesSchema = z.strictObject({
  slack: minutesSchema.min(1).default(60).meta({ description: 'minutes more slack on a link' }),
  buffer: minutesSchema.min(1).default(60).meta({ description: 'minutes more that a party can make up' }),
  catchRate: probabilitySchema.default(0.8).meta({ description: 'the catch rate of a new check at a party' }),
  switchTime: minutesSchema
    .default(60)
    .meta({ description: 'minutes to switch to a new alternative to a link' }),
});
export type AdviceSizes = z.infer<typeof adviceSizesSchema>;

export const adviceQuestionSchema = harmQuestionSchema.extend({
  changes: z.int().min(1).max(5).default(3),
  sizes: adviceSizesSchema.prefault({}),
  kinds: z
    .array(z.enum(changeKinds))
    .min(1)
    .optional()
    .meta({ description: 'only changes of these kinds; of all of them if not said' }),
});
export type AdviceQuestion = z.infer<typeof adviceQuestionSchema>;

/**
 * A few changes to a map, in the order in which to make them. `target` is a link for slack and alternative, a party for
 * buffer and check; `harmAfter` is the harm over the whole map once this change and those before it are made.
 */
export const adviceReportSchema = z.strictObject({
  harm: z.number(),
  changes: z.array(
    z.strictObject({
      kind: z.enum(changeKinds),
      target: z.string(),
      size: z.number(),
      harmAfter: z.number(),
    }),
  ),
  method: z.enum(['exact', 'greedy', 'monte-carlo']).meta({
    description:
      'exact: no set of so many changes does better; greedy: each is the best next one, and a better set may exist; monte-carlo: greedy on chances estimated from random worlds',
  }),
});
export type AdviceReport = z.infer<typeof adviceReportSchema>;

export const adviceAnswerSchema = z.strictObject({ revision: z.int(), report: adviceReportSchema });
