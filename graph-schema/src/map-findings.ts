import { z } from 'zod';

const parties = z.array(z.string()).min(1);

/** What is worth a second look on a map, whatever goes wrong on it. A closed list, in this order. */
export const mapFindingSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('NO_EXTERNAL_CUSTOMER') }),
  z.strictObject({ code: z.literal('ALL_WEIGHTS_ZERO') }),
  z.strictObject({ code: z.literal('CUSTOMER_UNSERVED'), parties }),
  z.strictObject({ code: z.literal('REACHES_NO_CUSTOMER'), parties }),
  z.strictObject({ code: z.literal('ISOLATED'), parties }),
  z.strictObject({ code: z.literal('LOOP_WITHOUT_SLACK'), parties }),
  z.strictObject({ code: z.literal('STATEMENTS_DIFFER'), links: z.array(z.string()).min(1) }),
]);
export type MapFinding = z.infer<typeof mapFindingSchema>;

export const mapFindingsAnswerSchema = z.strictObject({
  revision: z.int(),
  findings: z.array(mapFindingSchema),
});
