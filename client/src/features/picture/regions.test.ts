import { expect, test } from '@jest/globals';
import type { Group } from './folded-map';
import { regionPadding, regionsOf } from './regions';

const group = (name: string, ...ids: string[]): Group => ({
  name,
  parties: ids.map((id) => ({ type: 'party', id, kind: 'team', name: id })),
});
const card = (x: number, y: number) => ({ x, y, width: 100, height: 60 });

test('a name may reach beyond its region to where the next card, the next region or the picture ends', () => {
  const groups = [group('one', 'a', 'b'), group('two', 'c', 'd'), group('three', 'e', 'f')];
  const regions = regionsOf(
    groups,
    new Map([
      ['a', card(0, 0)],
      ['b', card(0, 100)],
      // Beside the name of the first group, and of nobody else's.
      ['other', card(300, -60)],
      ['c', card(0, 400)],
      ['d', card(0, 500)],
      ['e', card(250, 400)],
      ['f', card(250, 500)],
    ]),
  );
  const ends = regions.map(({ group: name, box, nameRoom }) => [name, Math.round(box.x + nameRoom)]);
  expect(ends).toEqual([
    ['one', 300 - 4],
    ['two', 250 - regionPadding - 4],
    ['three', 400],
  ]);
});
