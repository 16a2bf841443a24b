import { z } from 'zod';
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

export const weakLinksAnswerSchema = z.strictObject({ revision: z.int(), report: weakLinksReportSchema });
