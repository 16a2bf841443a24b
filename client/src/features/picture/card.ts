import type { Party } from '@downstream/graph-schema/party';
import { wrapText, type Measure } from './wrap-text';

/** Measures in the picture's units: pixels at zoom 1. */
export const nameSize = 14;
export const purposeSize = 11.5;
export const lineHeight = 1.28;
/** Room above the name for the person of an external customer, in units of its size of 1. */
const personRoom = 26;
/** A purpose is written where it is at least this many pixels high. */
const smallestPurpose = 7.6;
const smallestName = 10.5;
const mostPurposeLines = 4;
/** Among many cards a short name set much larger than the rest would look more important than they are. */
const largestOfMany = 16;
/** The largest is no more than half as large again: beside a long name a short one would look more important. */
const nameSizes = [21, 20, 18, 16, nameSize];

/** How much smaller what a projector shows looks from the last row than a screen does at a desk. */
export const acrossRoom = 2.2;

/** What all cards of a map have in common. */
export interface CardShape {
  width: number;
  padding: number;
  /** On a map of many, a card has room for a name; its purpose is written smaller, for who comes near. */
  isCompact: boolean;
  /** How many times as far as at a desk whoever reads it sits; 1 where nothing is said. */
  distance?: number;
}

export const usualShape: CardShape = { width: 138, padding: 9, isCompact: false };

/** A text set in one size. */
export interface SetText {
  size: number;
  lines: string[];
}

/** A party's card as laid out: what is written on it, line by line, and how large it must be to hold that. */
export interface Card {
  id: string;
  kind: Party['kind'];
  width: number;
  height: number;
  padding: number;
  isCompact: boolean;
  distance: number;
  /** As one line, for who sets it anew. */
  fullName: string;
  name: SetText;
  purpose: SetText;
  /** Settings of the name that fit the same card once its purpose is left out, largest first: for seeing from afar. */
  fromAfar: SetText[];
  /** Room above the name of an external customer, for its person. */
  personHeight: number;
}

/** Measures a text at a size, in the face of names or that of purposes. */
export type MeasureAt = (text: string, size: number, face: 'name' | 'purpose') => number;

export function cardOf(party: Party, measure: MeasureAt, shape: CardShape = usualShape): Card {
  const { width, padding, isCompact } = shape;
  const isCustomer = party.kind === 'external-customer';
  // A pill's ends are round, so its lines are shorter.
  const room = width - 2 * padding - (isCustomer ? 8 : 0);
  const personHeight = isCustomer ? personRoom * (isCompact ? 0.7 : 1) : 0;
  const name = setText(party.name, sizeForWords(party.name, room, measure), room, measure, 'name');
  const usualHeight = heightOf(name);
  if (isCompact) {
    const height = Math.round(Math.max(isCustomer ? 56 : 46, personHeight + usualHeight + 10));
    const near = setText(party.name, nameSize * 0.68, room, measure, 'name');
    const rest = height - personHeight - heightOf(near) - padding - 2;
    const size = purposeSize * 0.6;
    const most = isCustomer ? 0 : Math.floor(rest / (size * lineHeight));
    const purpose = setText(most > 0 ? (party.purpose ?? '') : '', size, room, measure, 'purpose', most);
    const fromAfar = largerNames(party.name, room, height - personHeight - 6, measure, name).filter(
      ({ size }) => size <= largestOfMany,
    );
    const isShown = purpose.lines.length > 0;
    return card(party, shape, height, isShown ? near : name, purpose, fromAfar, personHeight);
  }
  const purpose = setText(
    isCustomer ? '' : (party.purpose ?? ''),
    purposeSize,
    room,
    measure,
    'purpose',
    mostPurposeLines,
  );
  const below = purpose.lines.length > 0 ? 4 + heightOf(purpose) : 0;
  const height = isCustomer
    ? Math.max(84, personHeight + usualHeight + 22)
    : Math.max(56, Math.round(2 * padding + usualHeight + below));
  const roomFromAfar = height - (isCustomer ? personHeight + 12 : 10);
  const fromAfar = largerNames(party.name, room, roomFromAfar, measure, name);
  return card(party, shape, height, name, purpose, fromAfar, personHeight);
}

const card = (
  { id, kind, name: fullName }: Party,
  { width, padding, isCompact, distance = 1 }: CardShape,
  height: number,
  name: SetText,
  purpose: SetText,
  fromAfar: SetText[],
  personHeight: number,
): Card => ({
  id,
  kind,
  width,
  height,
  padding,
  isCompact,
  distance,
  fullName,
  name,
  purpose,
  fromAfar,
  personHeight,
});

/** Smaller letters where a word would not fit in the usual ones; where it would not in those either, it is broken. */
function sizeForWords(name: string, width: number, measure: MeasureAt): number {
  const longest = Math.max(...name.split(/\s+/u).map((word) => measure(word, nameSize, 'name')));
  const smaller = Math.floor(((nameSize * width) / longest) * 4) / 4;
  return smaller >= smallestName ? Math.min(nameSize, smaller) : nameSize;
}

export const heightOf = ({ size, lines }: SetText): number => lines.length * size * lineHeight;

function setText(
  text: string,
  size: number,
  width: number,
  measureAt: MeasureAt,
  face: 'name' | 'purpose',
  most?: number,
): SetText {
  const measure: Measure = (part) => measureAt(part, size, face);
  return { size, lines: wrapText(text, width, measure, most) };
}

/** The usual setting and every larger one that fits: a larger size must not break a word that the usual one leaves whole. */
function largerNames(
  name: string,
  width: number,
  height: number,
  measure: MeasureAt,
  usual: SetText,
): SetText[] {
  const words = name.split(/\s+/u);
  const larger = nameSizes
    .filter((size) => size > usual.size && words.every((word) => measure(word, size, 'name') <= width))
    .map((size) => setText(name, size, width, measure, 'name'))
    .filter((set) => heightOf(set) <= height);
  return [...larger, usual];
}

/** The setting of a name to use at a zoom: with its purpose where that can be read, else as large as helps. */
export function nameAtZoom(card: Card, zoom: number): { name: SetText; withPurpose: boolean } {
  const seen = zoom / card.distance;
  if (card.purpose.size * seen >= smallestPurpose) return { name: card.name, withPurpose: true };
  const wanted = 12.5 / seen;
  const name = card.fromAfar.findLast(({ size }) => size >= wanted) ?? card.fromAfar[0]!;
  return { name, withPurpose: false };
}
