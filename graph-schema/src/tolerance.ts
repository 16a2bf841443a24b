import { z } from 'zod';

/** How late each team or supplier may be, alone, before this external customer feels it: least tolerant first. */
export const toleranceReportSchema = z.strictObject({
  customer: z.string(),
  parties: z.array(
    z.strictObject({
      party: z.string(),
      minutes: z
        .int()
        .nullable()
        .meta({ description: 'null: never felt, by any delay that can be declared' }),
    }),
  ),
});
export type ToleranceReport = z.infer<typeof toleranceReportSchema>;

export const toleranceAnswerSchema = z.strictObject({ revision: z.int(), report: toleranceReportSchema });
