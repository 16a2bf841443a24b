import { z } from 'zod';

/** Parties that every blocking chain from somebody else passes on its way to a customer; most cut off first, then by id. */
export const gatewaysReportSchema = z.strictObject({
  customer: z.string(),
  gateways: z.array(
    z.strictObject({
      party: z.string(),
      behind: z
        .int()
        .min(1)
        .meta({ description: 'how many other parties reach the customer only through it' }),
    }),
  ),
});
export type GatewaysReport = z.infer<typeof gatewaysReportSchema>;

export const gatewaysAnswerSchema = z.strictObject({ revision: z.int(), report: gatewaysReportSchema });
