import { z } from 'zod';
import { limits } from './limits.js';

/** True where every surrogate has its partner: the only strings that survive UTF-8 unchanged. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const wellFormed = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine(isWellFormed, { message: 'holds half of a character; type it again', abort: true });

/** Any text, empty allowed. It comes back exactly as it went in: nothing trims or normalises it. */
export const textOf = (maximum: number) => wellFormed(maximum);

/** Text in which something can be read: a name of blanks cannot be seen or tapped. */
export const visibleText = (maximum: number) =>
  wellFormed(maximum).refine((text) => text.trim() !== '', { message: 'is empty; write something' });

/** An identifier, unique within its map and item type. A map file may use any visible text as one. */
export const idSchema = visibleText(limits.id);

/** Identifier order everywhere: by UTF-16 code unit, never by locale, so that every machine agrees. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
