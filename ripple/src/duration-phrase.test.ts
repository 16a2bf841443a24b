import { beforeAll, describe, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { chancePhrase } from './chance-phrase.js';
import { briefDurationPhrase, durationPhrase, shortDurationPhrase } from './duration-phrase.js';
import { messages } from './messages.js';
import type { Phrase } from './phrase.js';
import { inWords } from './phrase.js';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: messages } } }));

const say = (phrase: Phrase): string => inWords(phrase, (key, values) => i18next.t(key, values));

describe('a duration', () => {
  test.each([
    [0, '0 minutes', '0 min'],
    [1, '1 minute', '1 min'],
    [30, '30 minutes', '30 min'],
    [60, '1 hour', '1 h'],
    [135, '2 h 15 min', '2 h 15 min'],
    [480, '1 day', '1 d'],
    [961, '2 d 1 min', '2 d 1 min'],
    [2400, '1 week', '1 wk'],
    [2400 * 2 + 480 + 60 + 5, '2 wk 1 d 1 h 5 min', '2 wk 1 d 1 h 5 min'],
  ])('of %d minutes, in days of eight hours', (minutes, long, short) => {
    const office = { dayLength: 480, weekLength: 2400 };
    expect(say(durationPhrase(minutes, office))).toBe(long);
    expect(say(shortDurationPhrase(minutes, office))).toBe(short);
  });

  test.each([
    [0, '0 min'],
    [1, '1 min'],
    [59, '59 min'],
    [480 - 1, '7 h 59 min'],
    [480 + 59, '1 d'],
    [480 + 90, '1 d 1 h'],
    [2400 + 479, '1 wk'],
    [2400 - 1, '4 d 7 h'],
    [2400 * 3 + 480 * 3 + 90, '3 wk 3 d'],
  ])('of %d minutes, in brief, is how the whole of it begins', (minutes, brief) => {
    const office = { dayLength: 480, weekLength: 2400 };
    expect(say(briefDurationPhrase(minutes, office))).toBe(brief);
    expect(say(shortDurationPhrase(minutes, office)).startsWith(brief)).toBe(true);
  });

  test('follows the map’s own day and week', () => {
    const aroundTheClock = { dayLength: 1440, weekLength: 10_080 };
    expect(say(durationPhrase(480, aroundTheClock))).toBe('8 hours');
    expect(say(durationPhrase(10_080, aroundTheClock))).toBe('1 week');
    expect(say(durationPhrase(90, { dayLength: 60, weekLength: 60 }))).toBe('1 d 30 min');
  });
});

test.each([
  [0.0004, 'under 0.1\u00a0%'],
  [0.0123, '1.2\u00a0%'],
  [0.274, '27\u00a0%'],
  [0.985, '98.5\u00a0%'],
  [0.99999, 'over 99.9\u00a0%'],
  [1, '100\u00a0%'],
])('a chance of %d', (probability, words) => expect(say(chancePhrase(probability))).toBe(words));
