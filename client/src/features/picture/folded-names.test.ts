import { expect, test } from '@jest/globals';
import { acrossRoom, cardOf, type Card } from './card';
import { foldedMark } from './folded-id';
import { isNamedAcross, outerNames } from './folded-names';
import { boundsOf, type Box } from './placement';
import { overlaps } from './view';

const measure = (text: string, size: number): number => text.length * size * 0.6;
const shape = { width: 96, padding: 6, isCompact: true };

/** Departments that all depend on each other are a long chain: one or two in each of many layers. */
function departments(distance = 1): { cards: Map<string, Card>; boxes: Map<string, Box> } {
  const all = Array.from({ length: 25 }, (_, index) => {
    const [id, name] = [`${foldedMark}workers ${index}`, `Department ${index + 1}`];
    const card = cardOf({ type: 'party', id, kind: 'team', name }, measure, { ...shape, distance });
    const box = { x: index * 122, y: (index % 3) * 60, width: card.width, height: card.height };
    return [id, card, box] as const;
  });
  return {
    cards: new Map(all.map(([id, card]) => [id, card])),
    boxes: new Map(all.map(([id, , box]) => [id, box])),
  };
}

test.each([
  ['at a desk', 0.32, 1],
  ['across a room', 0.44, acrossRoom],
])(
  '%s folded cards too small for their names have them written across, whole, and none on another',
  (_, zoom, distance) => {
    const { cards, boxes } = departments(distance);
    const names = outerNames({ cards, boxes }, zoom, measure);
    expect(names.map(({ text }) => text.lines.join(' '))).toEqual(
      [...cards.values()].map(({ fullName }) => fullName),
    );
    const all = boundsOf(boxes.values())!;
    names.forEach(({ card, text, box }, index) => {
      expect(text.size * zoom).toBeGreaterThanOrEqual(9);
      expect(overlaps(box, boxes.get(card)!)).toBe(true);
      expect(box.x).toBeGreaterThanOrEqual(all.x);
      expect(box.x + box.width).toBeLessThanOrEqual(all.x + all.width);
      for (const other of names.slice(index + 1)) expect(overlaps(box, other.box)).toBe(false);
    });
  },
);

test('from near a folded card holds its name itself', () => {
  const { cards, boxes } = departments();
  expect([...cards.values()].some((card) => isNamedAcross(card, 1))).toBe(false);
  expect(outerNames({ cards, boxes }, 1, measure)).toEqual([]);
});
