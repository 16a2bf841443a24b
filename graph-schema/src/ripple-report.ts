import { z } from 'zod';
import { disruptionSchema } from './disruption.js';

/** What stopped a delay before it made this party late. */
export const sparedBySchema = z.enum(['buffer', 'alternative', 'slack']);
export type SparedBy = z.infer<typeof sparedBySchema>;

export const delayReportSchema = z.strictObject({
  hits: z.array(
    z.strictObject({
      party: z.string(),
      minutes: z.int(),
      at: z.int().meta({ description: 'minutes after the disruption began until this party feels it' }),
      through: z.string().nullable().meta({ description: 'the link that brought it; null where it began' }),
    }),
  ),
  spared: z.array(z.strictObject({ party: z.string(), by: sparedBySchema })),
  inconvenienced: z.array(z.string()),
  totalMinutes: z.int(),
  multiplier: z.number(),
  harm: z.number().meta({ description: 'weighted minutes, over external customers' }),
});
export type DelayReport = z.infer<typeof delayReportSchema>;

export const defectReportSchema = z.strictObject({
  hits: z.array(z.strictObject({ party: z.string(), probability: z.number(), standardError: z.number() })),
  expectedLoss: z.number(),
  method: z.enum(['exact', 'monte-carlo']),
  worlds: z.int(),
  seed: z.int().nullable(),
});
export type DefectReport = z.infer<typeof defectReportSchema>;

/** How many of the numbers under a verdict were agreed, declared by one side, or merely assumed. */
export const provenanceSchema = z.strictObject({ agreed: z.int(), declared: z.int(), assumed: z.int() });
export type Provenance = z.infer<typeof provenanceSchema>;

/** What a reader of a ripple should know beside its numbers. A closed list. */
export const rippleFindingSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('ALL_ASSUMED') }),
  z.strictObject({ code: z.literal('ALL_WEIGHTS_ZERO') }),
  z.strictObject({ code: z.literal('NO_CUSTOMER_HIT') }),
  z.strictObject({ code: z.literal('LOOP_WITHOUT_SLACK'), parties: z.array(z.string()) }),
  z.strictObject({ code: z.literal('STATEMENTS_DIFFER'), links: z.array(z.string()) }),
]);
export type RippleFinding = z.infer<typeof rippleFindingSchema>;

/** What a set of disruptions does to everyone downstream. Key order is part of the contract: bytes are compared. */
export const rippleReportSchema = z.strictObject({
  map: z.string(),
  disruptions: z.array(disruptionSchema),
  delay: delayReportSchema.optional(),
  defect: defectReportSchema.optional(),
  provenance: provenanceSchema,
  findings: z.array(rippleFindingSchema),
});
export type RippleReport = z.infer<typeof rippleReportSchema>;

/** The server's answer: the report and the revision of the map it is of. */
export const rippleAnswerSchema = z.strictObject({ revision: z.int(), report: rippleReportSchema });
