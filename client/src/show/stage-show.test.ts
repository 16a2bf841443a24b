import { describe, expect, test } from '@jest/globals';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import { simulate } from '@downstream/ripple/simulate';
import { stageShow } from './stage-show';

const link = (provider: string, customer: string, more: Partial<Link> = {}): Link => ({
  type: 'link',
  id: `${provider} > ${customer}`,
  provider,
  customer,
  output: 'work',
  handshake: 'declared',
  leadTime: 10,
  ...more,
});

/** Loaders serve the gate with no slack and tracing with much; the gate serves people; the screen is only helpful. */
const content: MapContent = {
  map: { type: 'map', id: 'map', name: 'A map' },
  parties: [
    ...['loaders', 'gate', 'tracing', 'screen'].map(
      (id) => ({ type: 'party', kind: 'team', id, name: id }) as const,
    ),
    { type: 'party', kind: 'external-customer', id: 'people', name: 'People' },
  ],
  links: [
    link('loaders', 'gate'),
    link('loaders', 'tracing'),
    link('gate', 'people'),
    link('loaders', 'screen', { dependence: 'helpful' }),
  ],
  statements: [
    {
      type: 'statement',
      id: 'loaders > tracing/customer',
      link: 'loaders > tracing',
      side: 'customer',
      slack: 45,
    },
  ],
};

const showOf = (...disruptions: Disruption[]) => {
  const map = compile(content);
  return stageShow(map, simulate(map, { disruptions, seed: 1, worlds: 1_000 }));
};

describe('a delay, laid out in time', () => {
  const show = showOf({ party: 'loaders', kind: 'delay', minutes: 30 });

  test('reaches one after the other, the external customer as the last', () => {
    const order = [...show.beats.values()].sort((a, b) => a.reachedAt - b.reachedAt);
    expect(order.map(({ party, part }) => [party, part])).toEqual([
      ['loaders', 'origin'],
      ['gate', 'hit'],
      ['people', 'customer'],
    ]);
  });

  test('sends a front along every causing link, from hit to hit', () => {
    const front = show.travels.find((travel) => travel.link === 'gate > people')!;
    expect(front.part).toBe('causing');
    expect(front.from).toBe(show.beats.get('gate')!.reachedAt);
    expect(front.to).toBe(show.beats.get('people')!.reachedAt);
  });

  test('stops on the way where slack absorbs it, and says how much', () => {
    const stopped = show.travels.find((travel) => travel.link === 'loaders > tracing')!;
    expect(stopped).toMatchObject({ part: 'stopped', absorbed: 30 });
    expect(stopped.reach).toBeLessThan(1);
    expect(show.spared.get('tracing')).toBe(stopped.to);
  });

  test('inconveniences who only loses help', () => {
    expect([...show.inconvenienced.keys()]).toEqual(['screen']);
  });

  test('has a mark for every moment, and ends after the last', () => {
    expect(show.marks.map(({ parties }) => parties)).toEqual([['loaders'], ['gate'], ['people']]);
    expect(show.marks.at(-1)!.customer).toBe(true);
    expect(show.duration).toBeGreaterThan(show.marks.at(-1)!.time);
    expect(show.kind).toBe('certain');
  });
});

describe('a defect, laid out in time', () => {
  const show = showOf({ party: 'loaders', kind: 'defect' });

  test('is one possible way, hand-over by hand-over, with a chance on every badge', () => {
    expect(show.kind).toBe('possible');
    expect(show.beats.get('gate')!.badges).toEqual([{ kind: 'probability', probability: 0.5 }]);
    expect(show.beats.get('people')!.reachedAt).toBeGreaterThan(show.beats.get('gate')!.reachedAt);
    expect(show.beats.get('screen')!.reachedAt).toBe(show.beats.get('gate')!.reachedAt);
  });
});

test('a party that is late and spoiled carries both badges', () => {
  const show = showOf({ party: 'loaders', kind: 'delay', minutes: 30 }, { party: 'loaders', kind: 'defect' });
  expect(show.beats.get('gate')!.badges.map(({ kind }) => kind)).toEqual(['minutes', 'probability']);
});
