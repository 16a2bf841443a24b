/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { aMap } from '../../../../tests/support/a-map';
import { carriesDelay, lightAmong, lightGateway, lightLinks, lightThrough, lightTowards } from './light-up';

// Two ways into the gate, one way out of it to each of two customers, and a team that is only helpful.
const content = aMap('A map')
  .team('Belt')
  .team('Loaders')
  .team('Gate')
  .team('Desk')
  .customer('Passengers')
  .customer('Families')
  .serves('Belt', 'Loaders')
  .serves('Loaders', 'Gate')
  .serves('Gate', 'Passengers')
  .serves('Gate', 'Families')
  .serves('Desk', 'Passengers', { dependence: 'helpful' })
  .content();

test('a link lights those whose trouble passes it, and the ways on to those who get it', () => {
  const { lit, marks } = lightThrough(content, {
    subject: { link: 'Loaders > Gate' },
    origins: ['Loaders', 'Belt'],
    customers: ['Passengers'],
    carries: carriesDelay,
  });
  expect([...lit!.parties].sort()).toEqual(['Belt', 'Gate', 'Loaders', 'Passengers']);
  expect([...lit!.links].sort()).toEqual(['Belt > Loaders', 'Gate > Passengers', 'Loaders > Gate']);
  expect([...marks!.keys()]).toEqual(['Loaders', 'Gate']);
});

test('a customer lights the ways of those upstream of it, with what there is to say of each', () => {
  const badge = { text: '> 5 min', tone: 'strong' as const };
  const { lit, badges } = lightTowards(content, 'Families', new Map([['Belt', badge]]));
  expect([...lit!.links].sort()).toEqual(['Belt > Loaders', 'Gate > Families', 'Loaders > Gate']);
  expect(badges).toEqual(new Map([['Belt', badge]]));
});

test('a gateway lights everybody behind it, and nobody else', () => {
  const { lit, marks } = lightGateway(content, 'Gate', 'Passengers');
  expect([...lit!.parties].sort()).toEqual(['Belt', 'Gate', 'Loaders', 'Passengers']);
  expect([...marks!]).toEqual([['Gate', 'gate']]);
});

test('a loop lights what links its parties among themselves, a link its two ends', () => {
  expect([...lightAmong(content, ['Belt', 'Loaders', 'Desk']).lit!.links]).toEqual(['Belt > Loaders']);
  expect([...lightLinks(content, ['Gate > Families']).lit!.parties].sort()).toEqual(['Families', 'Gate']);
});
