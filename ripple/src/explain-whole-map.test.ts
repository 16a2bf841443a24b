import { beforeAll, describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import i18next from 'i18next';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import { harmPhrase, tellWeakLink } from './explain-whole-map.js';
import { messages } from './messages.js';
import { narrow } from './narrow.js';
import type { Phrase } from './phrase.js';
import { inWords } from './phrase.js';
import { reliefOf, weakLinks } from './weak-links.js';
import { wholeMapMessages } from './whole-map-messages.js';

beforeAll(() =>
  i18next.init({
    lng: 'en',
    resources: { en: { translation: { ...messages, ...wholeMapMessages } } },
    interpolation: { escapeValue: false },
  }),
);

const say = (phrase: Phrase): string => inWords(phrase, (key, values) => i18next.t(key, values));
const aDay: ReferenceDisruption = { kind: 'delay', minutes: 480 };

describe('for whom harm falls', () => {
  /** A team serves three external customers by way of one link, which weigh so much. */
  function whyOfFirst(...weights: number[]): string {
    const content = weights.reduce(
      (map, weight, i) => map.customer(`Guests ${i}`, { weight }).serves('Front', `Guests ${i}`),
      aMap('A map').team('Back').team('Front').serves('Back', 'Front', { id: 'between' }),
    );
    const map = compile(content.content());
    const weak = weakLinks(map, aDay, 10);
    const row = weak.report.links.find(({ link }) => link === 'between')!;
    return say(tellWeakLink(map, aDay, row, reliefOf(map, weak, 'between')).why);
  }

  test('is most of it where that is more than half', () => {
    expect(whyOfFirst(3, 1, 1)).toMatch(/falls by 50.%, most of it for Guests 0\.$/);
  });

  test('is the largest part of it where that is no more than half', () => {
    expect(whyOfFirst(3, 2, 2)).toMatch(/falls by 50.%, the largest part of it for Guests 0\.$/);
  });

  test('is for nobody more than for the first, where others gain the same', () => {
    expect(whyOfFirst(1, 1)).toMatch(/falls by 50.%, for nobody more than for Guests 0\.$/);
  });
});

describe('where there is no harm', () => {
  const slow = aMap('A map')
    .team('Kitchen')
    .customer('Guests')
    .customer('Hosts')
    .serves('Kitchen', 'Guests', { slack: 60, defectPass: 0 });
  const told = (content: MapContent, disruption: ReferenceDisruption, customer?: string): string => {
    const { map } = narrow(compile(content), customer === undefined ? {} : { customer });
    return say(harmPhrase(map, disruption, 0));
  };

  test('no more is denied than was tried: a longer delay may well be felt', () => {
    expect(told(slow.content(), { kind: 'delay', minutes: 30 })).toBe(
      'A delay of 30 minutes from one team or supplier alone reaches no external customer that counts.',
    );
    expect(told(slow.content(), { kind: 'defect' })).toBe(
      'A defect from one team or supplier alone reaches no external customer that counts.',
    );
  });

  test('for one external customer, nothing is said of the others', () => {
    expect(told(slow.content(), aDay, 'Hosts')).toBe(
      'A delay of 1 day from one team or supplier alone does not reach Hosts.',
    );
    expect(told(slow.content(), { kind: 'defect' }, 'Hosts')).toBe(
      'A defect from one team or supplier alone does not reach Hosts.',
    );
  });
});

test('one minute and one customer are not told as many', () => {
  const map = compile(aMap('A map').content());
  expect(say(harmPhrase(map, aDay, 1))).toContain('1 weighted minute,');
  expect(say(harmPhrase(map, aDay, 1.5))).toContain('1.5 weighted minutes,');
  expect(say(harmPhrase(map, { kind: 'defect' }, 1))).toContain('1 weighted external customer,');
  expect(say(harmPhrase(map, { kind: 'defect' }, 2))).toContain('2 weighted external customers,');
});
