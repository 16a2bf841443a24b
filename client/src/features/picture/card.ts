import type { Party } from '@downstream/graph-schema/party';
import { wrapText, type Measure } from './wrap-text';

/** Measures in the picture's units: pixels at zoom 1. */
export const cardWidth = 138;
export const cardPadding = 9;
export const nameSize = 14;
export const purposeSize = 11.5;
export const lineHeight = 1.28;
/** Room above the name for the person of an external customer. */
export const personHeight = 26;

const textWidth = cardWidth - 2 * cardPadding;
/** A pill's ends are round, so its lines are shorter. */
const pillTextWidth = cardWidth - 30;
const mostPurposeLines = 4;
const nameSizes = [30, 26, 23, 20, 18, 16, nameSize];

/** A name set in one size. */
export interface SetName {
  size: number;
  lines: string[];
}

/** A party's card as laid out: what is written on it, line by line, and how large it must be to hold that. */
export interface Card {
  id: string;
  kind: Party['kind'];
  width: number;
  height: number;
  name: SetName;
  purpose: string[];
  /** Larger settings of the name that fit the same card once its purpose is left out, largest first: for seeing from afar. */
  fromAfar: SetName[];
}

/** Measures a text at a size, in the face of names or that of purposes. */
export type MeasureAt = (text: string, size: number, face: 'name' | 'purpose') => number;

export function cardOf(party: Party, measure: MeasureAt): Card {
  const isCustomer = party.kind === 'external-customer';
  const width = isCustomer ? pillTextWidth : textWidth;
  const nameAt =
    (size: number): Measure =>
    (text) =>
      measure(text, size, 'name');
  const name = { size: nameSize, lines: wrapText(party.name, width, nameAt(nameSize)) };
  const purpose = isCustomer
    ? []
    : wrapText(party.purpose ?? '', width, (text) => measure(text, purposeSize, 'purpose'), mostPurposeLines);
  const nameHeight = name.lines.length * nameSize * lineHeight;
  const purposeHeight = purpose.length > 0 ? 4 + purpose.length * purposeSize * lineHeight : 0;
  const height = isCustomer
    ? Math.max(84, personHeight + nameHeight + 22)
    : Math.max(56, Math.round(2 * cardPadding + nameHeight + purposeHeight));
  const roomFromAfar = height - (isCustomer ? personHeight + 12 : 10);
  return {
    id: party.id,
    kind: party.kind,
    width: cardWidth,
    height,
    name,
    purpose,
    fromAfar: nameSizes
      // A larger size must not break a word that the usual one leaves whole.
      .filter(
        (size) =>
          size === nameSize || party.name.split(/\s+/u).every((word) => measure(word, size, 'name') <= width),
      )
      .map((size) => ({ size, lines: wrapText(party.name, width, nameAt(size)) }))
      .filter(({ size, lines }) => size === nameSize || lines.length * size * lineHeight <= roomFromAfar),
  };
}

/** The setting of a name to use at a zoom: with its purpose where that is readable, else as large as helps. */
export function nameAtZoom(card: Card, zoom: number): { name: SetName; withPurpose: boolean } {
  if (purposeSize * zoom >= 7.4 || card.fromAfar.length === 0) return { name: card.name, withPurpose: true };
  const wanted = 12.5 / zoom;
  const name = card.fromAfar.findLast(({ size }) => size >= wanted) ?? card.fromAfar[0]!;
  return { name, withPurpose: false };
}
