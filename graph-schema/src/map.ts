import { z } from 'zod';
import { limits } from './limits.js';
import { minutesSchema } from './numbers.js';
import { idSchema, textOf, visibleText } from './text.js';

/** One organisation, or one part of it: the settings that its parties and links share. */
export const mapSchema = z.strictObject({
  type: z.literal('map'),
  id: idSchema,
  name: visibleText(limits.name),
  /** What the organisation is for, one line. */
  mission: textOf(limits.purpose).optional(),
  /** Minutes of work in a day; 480 when nobody stated it. */
  dayLength: minutesSchema.min(1).optional(),
  /** Minutes of work in a week; 2400 when nobody stated it. */
  weekLength: minutesSchema.min(1).optional(),
});
export type MapSettings = z.infer<typeof mapSchema>;

export { defaultDayLength, defaultWeekLength } from './working-time.js';
