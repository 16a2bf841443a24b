import { describe, expect, test } from '@jest/globals';
import type { Link } from '@downstream/graph-schema/link';
import type { Party } from '@downstream/graph-schema/party';
import { chainOrder, loopLinks } from './chain-order';

/** "a > b" as links; names in capitals are external customers. */
function chain(...lines: string[]): { parties: Party[]; links: Link[] } {
  const links = lines.map((line): Link => {
    const [provider = '', customer = ''] = line.split(' > ');
    return { type: 'link', id: line, provider, customer, output: '', handshake: 'declared' };
  });
  const names = [...new Set(links.flatMap(({ provider, customer }) => [provider, customer]))];
  const parties = names.map((id): Party => {
    const kind = id === id.toUpperCase() ? 'external-customer' : 'team';
    return { type: 'party', kind, id, name: id };
  });
  return { parties, links };
}

const loopsOf = (...lines: string[]): string[] => {
  const { parties, links } = chain(...lines);
  return [...loopLinks(chainOrder(parties, links), links)];
};

describe('the order of a chain', () => {
  test('puts providers before their customers', () => {
    const { parties, links } = chain(
      'gate > PASSENGERS',
      'crew > PASSENGERS',
      'loaders > gate',
      'loaders > crew',
    );
    expect(chainOrder(parties, links)[0]).toBe('loaders');
    expect(loopLinks(chainOrder(parties, links), links).size).toBe(0);
  });

  test('turns the link of a loop that leads away from the customer', () => {
    expect(loopsOf('schedule > crew', 'crew > schedule', 'crew > PASSENGERS')).toEqual(['crew > schedule']);
  });

  test('turns as few links as it can', () => {
    expect(loopsOf('a > b', 'b > c', 'c > d', 'd > a', 'a > c', 'b > d', 'd > X')).toEqual(['d > a']);
  });

  test('takes a long chain without running out of stack', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `t${index} > t${index + 1}`);
    expect(loopsOf(...lines)).toEqual([]);
  });
});
