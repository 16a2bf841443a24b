import { expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { t } from 'i18next';
import { begin, finish, prepare } from '../../engine/engine-answer';
import { phraseText } from '../../text/phrases';
import { startText } from '../../text/text';
import { rowsOf } from './rows-of';

const customer = (id: string, weight: number): Party => ({
  type: 'party',
  kind: 'external-customer',
  id,
  name: id,
  weight,
});

/** The few wait longest, and the many count most. */
const content: MapContent = {
  map: { type: 'map', id: 'heating', name: 'Heating' },
  parties: [
    { type: 'party', kind: 'team', id: 'Sign-in', name: 'Sign-in' },
    customer('Firms', 1),
    customer('Households', 5),
  ],
  links: ['Firms', 'Households'].map((id) => ({
    type: 'link',
    id: `to ${id}`,
    provider: 'Sign-in',
    customer: id,
    output: 'sign-in page',
    handshake: 'declared',
  })),
  statements: [
    { type: 'statement', id: 'to Households/customer', link: 'to Households', side: 'customer', slack: 60 },
  ],
};

test('whom the verdict names stands first of the customers, though others are later', () => {
  startText();
  const begun = begin(prepare(content), [{ party: 'Sign-in', kind: 'delay', minutes: 120 }]);
  if ('problem' in begun) throw new Error(begun.problem.code);
  const ripple = finish(begun);
  expect(ripple.explanation.headlines.map(({ words }) => phraseText(words))).toEqual([
    'Households: 1 hour late.',
  ]);
  const { feels } = rowsOf(ripple, content, t);
  expect(feels.map(({ party }) => party)).toEqual(['Households', 'Firms']);
});
