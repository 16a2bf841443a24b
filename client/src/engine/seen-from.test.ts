import { describe, expect, test } from '@jest/globals';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { begin, finish, prepare } from './engine-answer';
import { seenFrom } from './seen-from';

const team = (id: string, buffer = 0): Party => ({ type: 'party', kind: 'team', id, name: id, buffer });
const link = (provider: string, customer: string, fields: Partial<Link> = {}): Link => ({
  type: 'link',
  id: `${provider} > ${customer}`,
  provider,
  customer,
  output: '',
  handshake: 'declared',
  ...fields,
});

/** Fuel and loaders come by the ramp; two scanners stand in for each other; a poster only helps. */
const content: MapContent = {
  map: { type: 'map', id: 'm', name: 'Airline' },
  parties: [
    team('fuel'),
    team('loaders'),
    team('ramp', 15),
    team('scanner'),
    team('spare'),
    team('poster'),
    team('choir'),
    team('audience'),
    team('loner'),
    { type: 'party', kind: 'external-customer', id: 'people', name: 'People' },
  ],
  links: [
    link('fuel', 'ramp'),
    link('loaders', 'ramp'),
    link('ramp', 'people'),
    link('scanner', 'people', { alternativeGroup: 'scan' }),
    link('spare', 'people', { alternativeGroup: 'scan', switchTime: 0 }),
    link('poster', 'people', { dependence: 'helpful' }),
    link('choir', 'audience'),
  ],
  statements: [
    { type: 'statement', id: 'loaders > ramp/customer', link: 'loaders > ramp', side: 'customer', slack: 10 },
  ],
};

function seenByPeople() {
  const prepared = prepare(content);
  if ('problem' in prepared) throw new Error('This map has no problem.');
  return { prepared, seen: seenFrom(prepared.map, 'people') };
}

describe('the map as an external customer sees it', () => {
  const { prepared, seen } = seenByPeople();

  test('says how late each may be before it is felt, the least tolerant first', () => {
    expect(seen.felt).toEqual([
      { party: 'ramp', minutes: 0 },
      { party: 'fuel', minutes: 15 },
      { party: 'loaders', minutes: 25 },
    ]);
  });

  test('is what a ripple comes to: unfelt for so many minutes, felt for one more', () => {
    const reachesPeople = (party: string, minutes: number): boolean => {
      const begun = begin(prepared, [{ party, kind: 'delay', minutes }]);
      if ('problem' in begun) throw new Error('This question has no problem.');
      return finish(begun).show.beats.has('people');
    };
    for (const { party, minutes } of seen.felt) {
      expect(minutes > 0 && reachesPeople(party, minutes)).toBe(false);
      expect(reachesPeople(party, minutes + 1)).toBe(true);
    }
    for (const { party } of seen.unfelt) expect(reachesPeople(party, 10_000)).toBe(false);
  });

  test('tells who comes to them unfelt, and why', () => {
    expect(seen.unfelt).toEqual([
      { party: 'poster', because: 'only-helpful' },
      { party: 'scanner', because: 'absorbed' },
      { party: 'spare', because: 'absorbed' },
    ]);
  });

  test('marks whom others must come through', () => {
    expect(seen.gateways).toEqual([{ party: 'ramp', behind: 2 }]);
  });

  test('names who serves nobody, with links or without', () => {
    expect(seen.servesNobody).toEqual([
      { party: 'audience', isLinked: true },
      { party: 'choir', isLinked: true },
      { party: 'loner', isLinked: false },
    ]);
  });
});
