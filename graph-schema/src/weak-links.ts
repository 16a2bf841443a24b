import { z } from 'zod';
import { limits } from './limits.js';
import { referenceDisruptionSchema } from './reference-disruption.js';

/** The links that carry most harm over the whole map, most first, then by id. */
export const weakLinksReportSchema = z.strictObject({
  disruption: referenceDisruptionSchema,
  links: z.array(
    z.strictObject({
      link: z.string(),
      harmCarried: z
        .number()
        .meta({ description: 'by how much harm over the whole map falls if this link never fails' }),
      share: z
        .number()
        .nullable()
        .meta({ description: 'of all harm over the whole map, from 0 to 1; null where there is none' }),
      health: z.null().meta({ description: 'not rated: there is no evidence on links yet' }),
      exact: z.boolean().meta({ description: 'false where chances had to be estimated from random worlds' }),
    }),
  ),
});
export type WeakLinksReport = z.infer<typeof weakLinksReportSchema>;

/** How a whole map is asked about in an address: a delay of so many minutes (a day if not said), or a defect. */
export const wholeMapQuerySchema = z.strictObject({
  kind: z.enum(['delay', 'defect']).default('delay'),
  minutes: z.coerce.number().pipe(z.int().min(1).max(limits.minutes)).optional(),
});
export type WholeMapQuery = z.infer<typeof wholeMapQuerySchema>;

export const weakLinksQuerySchema = wholeMapQuerySchema.extend({
  top: z.coerce.number().pipe(z.int().min(1).max(1_000)).default(100),
});
export const weakLinksAnswerSchema = z.strictObject({ revision: z.int(), report: weakLinksReportSchema });
