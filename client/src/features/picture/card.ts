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
const nameSizes = [21, 20, 19, 18, 17, 16, 15, nameSize];

/** A pill's ends are round, so its lines are shorter: the last one stands where the outline turns inwards. */
const pillEnds = 16;
/** Of the width of the other cards. */
const widestCustomer = 1.6;
const mostCustomerLines = 2;

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
  if (party.kind === 'external-customer') return customerCard(party, measure, shape);
  const { width, padding, isCompact } = shape;
  const room = width - 2 * padding;
  const name = setText(party.name, sizeForWords(party.name, room, measure), room, measure, 'name');
  const usualHeight = heightOf(name);
  if (isCompact) {
    const height = Math.round(Math.max(46, usualHeight + 10));
    const near = setText(party.name, nameSize * 0.68, room, measure, 'name');
    const size = purposeSize * 0.6;
    const most = Math.floor((height - heightOf(near) - padding - 2) / (size * lineHeight));
    const purpose = setText(most > 0 ? (party.purpose ?? '') : '', size, room, measure, 'purpose', most);
    const fromAfar = largerNames(party.name, room, height - 6, measure, name, largestOfMany);
    const isShown = purpose.lines.length > 0;
    return card(party, shape, height, isShown ? near : name, purpose, fromAfar);
  }
  const purpose = setText(party.purpose ?? '', purposeSize, room, measure, 'purpose', mostPurposeLines);
  const below = purpose.lines.length > 0 ? 4 + heightOf(purpose) : 0;
  const height = Math.max(56, Math.round(2 * padding + usualHeight + below));
  const fromAfar = largerNames(party.name, room, height - 10, measure, name);
  return card(party, shape, height, name, purpose, fromAfar);
}

/**
 * It is all done for them: where a team's name is set larger, theirs is too. So their cards have room for the largest
 * letters in two lines, as far as that is within reason.
 */
function customerCard(party: Party, measure: MeasureAt, shape: CardShape): Card {
  const { padding, isCompact } = shape;
  const largest = isCompact ? largestOfMany : nameSizes[0]!;
  const beside = 2 * padding + pillEnds;
  const widest = Math.round(widestCustomer * shape.width);
  const isTight = (width: number): boolean => {
    const [room, words] = [width - beside, party.name.split(/\s+/u)];
    const isWide = words.some((word) => measure(word, largest, 'name') > room);
    return isWide || setText(party.name, largest, room, measure, 'name').lines.length > mostCustomerLines;
  };
  let { width } = shape;
  while (width < widest && isTight(width)) width += 1;
  const room = width - beside;
  const personHeight = personRoom * (isCompact ? 0.7 : 1);
  const name = setText(party.name, sizeForWords(party.name, room, measure), room, measure, 'name');
  const most = Math.max(heightOf(name), mostCustomerLines * largest * lineHeight);
  const fromAfar = largerNames(party.name, room, most, measure, name, largest);
  const [least, air] = isCompact ? [56, 10] : [84, 14];
  const height = Math.round(Math.max(least, personHeight + Math.max(...fromAfar.map(heightOf)) + air));
  const nothing = { size: isCompact ? purposeSize * 0.6 : purposeSize, lines: [] };
  return card(party, { ...shape, width }, height, name, nothing, fromAfar, personHeight);
}

const card = (
  { id, kind, name: fullName }: Party,
  { width, padding, isCompact, distance = 1 }: CardShape,
  height: number,
  name: SetText,
  purpose: SetText,
  fromAfar: SetText[],
  personHeight = 0,
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

/** How round the ends of an external customer's card are. */
export const pillRadius = (height: number): number => Math.min(44, height / 2);

/**
 * Where the name of an external customer begins below the top of its card: in the middle of what its person leaves, and
 * a little higher, because the outline turns inwards below it.
 */
export const nameBelowPerson = ({ height, personHeight }: Card, name: SetText): number =>
  personHeight + 1 + (height - personHeight - 8 - heightOf(name)) / 2;

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
  largest = nameSizes[0]!,
): SetText[] {
  const words = name.split(/\s+/u);
  const larger = nameSizes
    .filter((size) => size > usual.size && size <= largest)
    .filter((size) => words.every((word) => measure(word, size, 'name') <= width))
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
