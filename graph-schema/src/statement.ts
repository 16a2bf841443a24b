import { z } from 'zod';
import { limits } from './limits.js';
import { minutesSchema, probabilitySchema } from './numbers.js';
import { idSchema, textOf } from './text.js';

/** Who speaks: the customer states an expectation, the provider a commitment. */
export const sides = ['customer', 'provider'] as const;
export const sideSchema = z.enum(sides);
export type Side = z.infer<typeof sideSchema>;

/** Each side of a link has at most one statement, so its id follows from the two. */
export const statementId = (link: string, side: Side): string => `${link}/${side}`;

/** What one side says about a link, in words and numbers. */
export const statementSchema = z
  .strictObject({
    type: z.literal('statement'),
    id: z.string().max(limits.id + 10),
    link: idSchema,
    side: sideSchema,
    text: textOf(limits.statementText).optional(),
    /** How late the output may come before the customer's own work is late, in minutes. */
    slack: minutesSchema.optional(),
    /** Chance that a defect in the output spoils the customer's work if the customer does not catch it. */
    defectPass: probabilitySchema.optional(),
  })
  .refine((statement) => statement.id === statementId(statement.link, statement.side), {
    path: ['id'],
    message: 'is the link and the side joined by "/"',
  });
export type Statement = z.infer<typeof statementSchema>;
