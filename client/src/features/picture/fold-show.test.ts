import { expect, test } from '@jest/globals';
import type { PartyBeat, Show, Travel } from '../../show/show';
import { beatAt } from '../../show/show';
import type { FoldedMap } from './folded-map';
import { foldShow } from './fold-show';

/** Ramp holds a, b and c; its links to x are one line, and a > b lies inside it. */
const folded: FoldedMap = {
  content: { map: { type: 'map', id: 'm', name: 'm' }, parties: [], links: [], statements: [] },
  cards: new Map([['Ramp', { id: 'Ramp', group: 'Ramp', parties: ['a', 'b', 'c'] }]]),
  cardOf: new Map(['a', 'b', 'c'].map((id) => [id, 'Ramp'])),
  lineOf: new Map([
    ['a > x', 'Ramp > x'],
    ['b > x', 'Ramp > x'],
    ['x > y', 'x > y'],
  ]),
  cardAtEnd: new Map([['a > b', 'Ramp']]),
  bundles: new Map(),
};

const late = (
  party: string,
  reachedAt: number,
  minutes: number,
  part: PartyBeat['part'] = 'hit',
): PartyBeat => ({
  party,
  reachedAt,
  part,
  strength: minutes / 60,
  badges: [{ kind: 'minutes', minutes }],
});
const travel = (link: string, from: number, to: number, part: Travel['part']): Travel => ({
  link,
  from,
  to,
  part,
  reach: 1,
});
const showOf = (part: Partial<Show>): Show => ({
  kind: 'certain',
  duration: 9,
  beats: new Map(),
  travels: [],
  spared: new Map(),
  inconvenienced: new Map(),
  marks: [],
  ...part,
});
const beats = (...all: PartyBeat[]) => new Map(all.map((beat) => [beat.party, beat]));

test('a card says the worst inside so far, and how many are hit so far', () => {
  const show = foldShow(
    showOf({ beats: beats(late('a', 0, 20, 'origin'), late('b', 2, 60), late('x', 3, 10)) }),
    folded,
  );
  const ramp = show.beats.get('Ramp')!;
  expect(ramp).toMatchObject({ reachedAt: 0, part: 'origin' });
  expect(beatAt(ramp, 1).badges).toEqual([
    { kind: 'inside', worst: { kind: 'minutes', minutes: 20 }, hit: 1, of: 3 },
  ]);
  expect(beatAt(ramp, 2.5)).toMatchObject({
    strength: 1,
    badges: [{ worst: { minutes: 60 }, hit: 2, of: 3 }],
  });
  expect(show.beats.get('x')!.badges).toEqual([{ kind: 'minutes', minutes: 10 }]);
});

test('of fronts on one line the one that causes is shown, and none inside a card', () => {
  const show = foldShow(
    showOf({
      travels: [
        travel('a > b', 0, 1, 'causing'),
        travel('a > x', 0, 2, 'besides'),
        travel('b > x', 1, 3, 'causing'),
        travel('x > y', 3, 4, 'stopped'),
      ],
    }),
    folded,
  );
  expect(show.travels.map(({ link, part, from }) => [link, part, from])).toEqual([
    ['Ramp > x', 'causing', 1],
    ['x > y', 'stopped', 3],
  ]);
});

test('a card says the most that was absorbed inside it, and at how many places', () => {
  const stopped = (link: string, to: number, absorbed: number): Travel => ({
    ...travel(link, 0, to, 'stopped'),
    absorbed,
  });
  const inside = { ...folded, cardAtEnd: new Map(['a > b', 'b > c', 'x > a'].map((link) => [link, 'Ramp'])) };
  const { absorbedInside } = foldShow(
    showOf({
      travels: [stopped('a > b', 1, 10), stopped('b > c', 2, 30), travel('x > a', 0, 1, 'causing')],
    }),
    inside,
  );
  expect([...absorbedInside!]).toEqual([['Ramp', { minutes: 30, at: 2, places: 2 }]]);
});

test('a card is spared only where nobody in it is hit or bothered', () => {
  const spared = foldShow(
    showOf({
      spared: new Map([
        ['a', 1],
        ['b', 4],
        ['x', 2],
      ]),
    }),
    folded,
  );
  expect([...spared.spared]).toEqual([
    ['x', 2],
    ['Ramp', 4],
  ]);
  const bothered = foldShow(
    showOf({ spared: new Map([['a', 1]]), inconvenienced: new Map([['b', 2]]) }),
    folded,
  );
  expect([bothered.spared.size, bothered.inconvenienced.get('Ramp')]).toEqual([0, 2]);
  const hit = foldShow(showOf({ beats: beats(late('c', 5, 5)), spared: new Map([['a', 1]]) }), folded);
  expect([hit.spared.size, hit.beats.has('Ramp')]).toEqual([0, true]);
});

test('the moments of the show stay, with cards in the place of parties', () => {
  const marks = [{ time: 1, parties: ['a', 'b', 'x'], customer: false }];
  const show = foldShow(showOf({ marks, comesTo: 'b' }), folded);
  expect(show.marks).toEqual([{ time: 1, parties: ['Ramp', 'x'], customer: false }]);
  expect(show.comesTo).toBe('Ramp');
  expect(show.unfolded).toBeDefined();
});
