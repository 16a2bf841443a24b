import { z } from 'zod';
import { limits } from './limits.js';

/** Whole minutes of working time. */
export const minutesSchema = z
  .int()
  .min(0)
  .max(limits.minutes)
  .meta({ description: 'whole minutes of working time' });

/** A probability in [0, 1]. */
export const probabilitySchema = z.number().min(0).max(1).meta({ description: 'a probability from 0 to 1' });
