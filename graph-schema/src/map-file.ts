import { z } from 'zod';
import { durationInWords, parseDuration } from './duration.js';
import { limits } from './limits.js';
import { dependenceSchema, handshakeSchema } from './link.js';
import { probabilitySchema } from './numbers.js';
import { partyKindSchema, positionSchema } from './party.js';
import { idSchema, textOf, visibleText } from './text.js';

/** A duration as written: `30m`, `2h`, `1d`, `1w`, `PT30M`, or whole minutes. */
export const writtenDurationSchema = z
  .union(
    [
      z.int().min(0),
      z.string().refine((text) => parseDuration(text) !== undefined, { error: durationInWords }),
    ],
    { error: durationInWords },
  )
  .meta({ description: 'a duration such as 30m, 2h, 1d, 1w, PT30M, or whole minutes' });
export type WrittenDuration = z.infer<typeof writtenDurationSchema>;

const writtenNumbers = {
  slack: writtenDurationSchema.optional(),
  defectPass: probabilitySchema.optional(),
};

export const writtenStatementSchema = z.strictObject({
  text: textOf(limits.statementText).optional(),
  ...writtenNumbers,
});
export type WrittenStatement = z.infer<typeof writtenStatementSchema>;

export const writtenPartySchema = z.strictObject({
  /** The exact name where none is written. */
  id: idSchema.optional(),
  name: visibleText(limits.name),
  kind: partyKindSchema.default('team'),
  purpose: textOf(limits.purpose).optional(),
  group: visibleText(limits.name).optional(),
  buffer: writtenDurationSchema.optional(),
  catchRate: probabilitySchema.optional(),
  weight: z.number().min(0).max(limits.weight).optional(),
  feltAs: textOf(limits.purpose).optional(),
  position: positionSchema.optional(),
});
export type WrittenParty = z.infer<typeof writtenPartySchema>;

const writtenWorkerSchema = writtenPartySchema.omit({ weight: true, feltAs: true });

/** A party whose kind is known may have fewer fields. */
export const writtenPartySchemas = {
  team: writtenWorkerSchema,
  supplier: writtenWorkerSchema,
  'external-customer': writtenPartySchema.omit({ buffer: true, catchRate: true }),
} as const;

export const writtenLinkSchema = z.strictObject({
  /** Its position in the list, padded with zeros to the width of the count, where none is written. */
  id: idSchema.optional(),
  /** A party's id or exact name; an id goes before a name. */
  provider: visibleText(limits.name),
  customer: visibleText(limits.name),
  output: textOf(limits.output).default(''),
  dependence: dependenceSchema.optional(),
  alternativeGroup: visibleText(limits.name).optional(),
  switchTime: writtenDurationSchema.optional(),
  leadTime: writtenDurationSchema.optional(),
  handshake: handshakeSchema.default('declared'),
  /** Written directly on a link, the two numbers are the provider's statement. */
  ...writtenNumbers,
  expectation: writtenStatementSchema.optional(),
  commitment: writtenStatementSchema.optional(),
});
export type WrittenLink = z.infer<typeof writtenLinkSchema>;

export const writtenMapSchema = z.strictObject({
  map: visibleText(limits.name),
  mission: textOf(limits.purpose).optional(),
  dayLength: writtenDurationSchema.optional(),
  weekLength: writtenDurationSchema.optional(),
});

export type WrittenMap = z.infer<typeof writtenMapSchema>;

/** A map file as a person writes it, in YAML or JSON. */
export const mapFileSchema = writtenMapSchema.extend({
  parties: z.array(writtenPartySchema).default([]),
  links: z.array(writtenLinkSchema).default([]),
});
export type MapFile = z.input<typeof mapFileSchema>;

/** The id a link has where none is written: its position from 1, padded so that ids sort in the file's order. */
export const positionalLinkId = (index: number, count: number): string =>
  String(index + 1).padStart(String(count).length, '0');

/** How large a map file may be. */
export interface MapFileLimits {
  parties: number;
  links: number;
  characters: number;
}
export const defaultMapFileLimits: MapFileLimits = { parties: 5_000, links: 50_000, characters: 10_000_000 };
