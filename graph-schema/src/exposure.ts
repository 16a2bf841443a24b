import { z } from 'zod';
import { harmMethodSchema, referenceDisruptionSchema } from './reference-disruption.js';

/** What external customers suffer when each team or supplier has the reference disruption, most first, then by id. */
export const exposureReportSchema = z.strictObject({
  disruption: referenceDisruptionSchema,
  harm: z.number().meta({ description: 'the sum over all teams and suppliers' }),
  parties: z.array(
    z.strictObject({
      party: z.string(),
      harm: z
        .number()
        .meta({ description: 'weighted minutes for a delay, expected weighted hits for a defect' }),
      method: harmMethodSchema,
      standardError: z.number().meta({ description: 'of the harm, at most; 0 where the method is exact' }),
    }),
  ),
});
export type ExposureReport = z.infer<typeof exposureReportSchema>;

export const exposureAnswerSchema = z.strictObject({ revision: z.int(), report: exposureReportSchema });
