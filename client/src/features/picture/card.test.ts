import { describe, expect, test } from '@jest/globals';
import type { Party } from '@downstream/graph-schema/party';
import { cardOf, lineHeight, nameAtZoom, nameSize } from './card';

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
