import { describe, expect, test } from '@jest/globals';
import type { Party } from '@downstream/graph-schema/party';
import {
  acrossRoom,
  cardOf,
  heightOf,
  lineHeight,
  nameAtZoom,
  nameBelowPerson,
  nameSize,
  pillRadius,
  usualShape,
} from './card';

const measure = (text: string, size: number): number => text.length * size * 0.56;
const team = (name: string, purpose?: string): Party => ({
  type: 'party',
  kind: 'team',
  id: name,
  name,
  ...(purpose !== undefined && { purpose }),
});

describe('a card', () => {
  test('is as tall as its words need', () => {
    const short = cardOf(team('Loaders', 'Load'), measure);
    const long = cardOf(
      team('Loaders', 'Put each and every bag on the very plane that its owner is on'),
      measure,
    );
    expect(long.height).toBeGreaterThan(short.height);
    expect(long.width).toBe(short.width);
  });

  test('never cuts a name, however long', () => {
    const name = 'Department of rather long names '.repeat(6).trim();
    const card = cardOf(team(name), measure);
    expect(card.name.lines.join(' ')).toBe(name);
    expect(card.height).toBeGreaterThan(card.name.lines.length * nameSize * lineHeight);
  });

  test('shows name and purpose from near, and the name alone, larger, from afar', () => {
    const card = cardOf(team('Turnaround control', 'Get this plane out on time'), measure);
    expect(nameAtZoom(card, 1)).toEqual({ name: card.name, withPurpose: true });
    const far = nameAtZoom(card, 0.4);
    expect(far.withPurpose).toBe(false);
    expect(far.name.size).toBeGreaterThan(nameSize);
  });

  test('from afar, a name still fits its card and breaks no word', () => {
    const card = cardOf(team('Turnaround control', 'Get this plane out on time'), measure);
    for (const { size, lines } of card.fromAfar) {
      expect(lines.join(' ')).toBe('Turnaround control');
      expect(lines.length * size * lineHeight).toBeLessThanOrEqual(card.height);
    }
  });
});

describe('a compact card', () => {
  const compact = { width: 92, padding: 6, isCompact: true };

  test('has its name alone, larger, where a whole room reads it', () => {
    const card = cardOf(team('Gate', 'All aboard'), measure, { ...usualShape, distance: acrossRoom });
    const { name, withPurpose } = nameAtZoom(card, 1);
    expect(withPurpose).toBe(false);
    expect(name.size).toBeGreaterThan(nameSize);
    expect(nameAtZoom(card, 2).withPurpose).toBe(true);
  });

  test('holds its name, and its purpose in smaller letters for who comes near', () => {
    const card = cardOf(team('Gate', 'All aboard, none confused'), measure, compact);
    expect(nameAtZoom(card, 0.5).withPurpose).toBe(false);
    expect(nameAtZoom(card, 2).withPurpose).toBe(true);
    expect(heightOf(card.name) + heightOf(card.purpose)).toBeLessThan(card.height);
  });

  test('sets a long word in smaller letters rather than break it', () => {
    const card = cardOf(team('Phlebotomists'), measure, compact);
    expect(card.name.lines).toEqual(['Phlebotomists']);
    expect(card.name.size).toBeLessThan(nameSize);
  });
});

describe("an external customer's card", () => {
  const customer = (name: string): Party => ({ type: 'party', kind: 'external-customer', id: name, name });

  test.each(['Ward patients', 'Connecting passengers', 'Those who wait at arrivals', 'Subscribers'])(
    'holds "%s" within its round ends, however large it is set',
    (name) => {
      const card = cardOf(customer(name), measure);
      const radius = pillRadius(card.height);
      for (const set of card.fromAfar) {
        const baseline = (set.lines.length - 1) * set.size * lineHeight + set.size;
        const tail = 0.22 * set.size;
        const fromBottom = card.height - nameBelowPerson(card, set) - baseline - tail;
        const turned = Math.max(0, radius - fromBottom);
        const inwards = radius - Math.sqrt(radius ** 2 - turned ** 2);
        const beside = (card.width - measure(set.lines.at(-1)!, set.size)) / 2;
        expect(beside - inwards).toBeGreaterThan(1.5);
      }
    },
  );
});
