import { z } from 'zod';
import { limits } from './limits.js';
import { minutesSchema, probabilitySchema } from './numbers.js';
import { idSchema, textOf, visibleText } from './text.js';

export const partyKinds = ['team', 'external-customer', 'supplier'] as const;
export const partyKindSchema = z.enum(partyKinds);
export type PartyKind = z.infer<typeof partyKindSchema>;

/** Where people dragged a card in the free view, in the picture's own units. */
export const positionSchema = z.strictObject({
  x: z.number().min(-1e6).max(1e6),
  y: z.number().min(-1e6).max(1e6),
});

const anyParty = {
  type: z.literal('party'),
  id: idSchema,
  name: visibleText(limits.name),
  /** "What do you do?", answered in the customer's terms. */
  purpose: textOf(limits.purpose).optional(),
  /** Department or site. */
  group: visibleText(limits.name).optional(),
  position: positionSchema.optional(),
};

const worker = {
  ...anyParty,
  /** Lateness this party can make up by itself, in minutes. */
  buffer: minutesSchema.optional(),
  /** Chance of noticing a defect in what it is handed before it spoils its own work. */
  catchRate: probabilitySchema.optional(),
};

export const teamSchema = z.strictObject({ ...worker, kind: z.literal('team') });

/** Outside the organisation; depends on no one here. */
export const supplierSchema = z.strictObject({ ...worker, kind: z.literal('supplier') });

/** Provides nothing onward; the reason for the map. */
export const externalCustomerSchema = z.strictObject({
  ...anyParty,
  kind: z.literal('external-customer'),
  /** How much this customer counts; 1 when nobody stated it. */
  weight: z.number().min(0).max(limits.weight).optional(),
  /** The customer's own words for being hit: "miss the connection". */
  feltAs: textOf(limits.purpose).optional(),
});

export const partySchema = z.discriminatedUnion('kind', [teamSchema, externalCustomerSchema, supplierSchema]);
export type Party = z.infer<typeof partySchema>;
