import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { Item } from '@downstream/graph-schema/item';
import { contentOf } from '@downstream/graph-schema/map-content';
import i18next from 'i18next';
import { begin, prepare } from '../../engine/engine-answer';
import { aChain } from '../../testing/a-chain';
import '../../text/en-guess';
import { startText } from '../../text/text';
import { drawLots } from './draw-lots';
import { resultInWords } from './result-in-words';
import {
  cannotBegin,
  chosenAgain,
  countOf,
  marksOnMap,
  noGuess,
  resultOf,
  toggled,
  totalOf,
  type Guess,
} from './round';

/** Loaders serve turnaround, who serve passengers; tracing has so much slack that it is spared; nobody serves the clerk. */
const content = contentOf([
  ...aChain,
  { type: 'party', kind: 'team', id: 'tracing', name: 'Tracing' },
  { type: 'party', kind: 'team', id: 'clerk', name: 'Clerk' },
  {
    type: 'link',
    id: 'scans',
    provider: 'loaders',
    customer: 'tracing',
    output: 'scans',
    handshake: 'declared',
  },
  { type: 'statement', id: 'scans/customer', link: 'scans', side: 'customer', slack: 60 },
] satisfies Item[]);
const late: Disruption = { party: 'loaders', kind: 'delay', minutes: 30 };

function reportOf(disruption: Disruption) {
  const begun = begin(prepare(content), [disruption]);
  if ('problem' in begun) throw new Error(begun.problem.code);
  return begun.report;
}

beforeAll(startText);

describe('a round', () => {
  test('tells who was found, who surprised, and who was marked but not hit', () => {
    const result = resultOf(['turnaround', 'tracing', 'clerk'], reportOf(late));
    expect(result).toEqual({
      found: ['turnaround'],
      surprises: ['passengers'],
      notHit: ['tracing', 'clerk'],
    });
    expect(countOf(result)).toEqual({ hit: 2, found: 1, surprises: 1, notHit: 2 });
  });

  test('counts those with whom it begins neither way: that was given', () => {
    expect(resultOf(['loaders'], reportOf(late)).found).toEqual([]);
    expect(resultOf(['loaders'], reportOf(late)).notHit).toEqual([]);
  });

  test('counts a mistake as a hit from a chance of ten percent', () => {
    const report = reportOf({ party: 'loaders', kind: 'defect' });
    expect(resultOf(['turnaround', 'passengers'], report)).toMatchObject({
      found: ['turnaround', 'passengers'],
      notHit: [],
    });
  });

  test('is told in words, with what spared whom', () => {
    const report = reportOf(late);
    const result = resultOf(['turnaround', 'tracing', 'clerk'], report);
    expect(resultInWords(result, report, content, i18next.t)).toEqual({
      headline: 'You found 1 of 2.',
      sentences: [
        '✓ Found: Turnaround.',
        '! 1 surprise: Passengers.',
        '✗ 2 were not hit: Tracing (spared by slack), Clerk.',
      ],
    });
  });

  test('adds to the rounds before it', () => {
    const count = { hit: 2, found: 1, surprises: 1, notHit: 2 };
    expect(totalOf([count, count])).toEqual({ hit: 4, found: 2, surprises: 2, notHit: 4 });
  });
});

describe('a mark', () => {
  const guessing: Guess = { ...noGuess, phase: 'guessing', disruption: late };
  test('is made and taken away again', () => {
    const marked = toggled(guessing, 'clerk');
    expect(marked.marks).toEqual(['clerk']);
    expect(toggled(marked, 'clerk').marks).toEqual([]);
  });

  test('is not made where it begins, unless that is hidden', () => {
    expect(toggled(guessing, 'loaders').marks).toEqual([]);
    expect(toggled({ ...guessing, isHidden: true }, 'loaders').marks).toEqual(['loaders']);
  });

  test('is made only while the room guesses', () => {
    expect(toggled({ ...guessing, phase: 'playing' }, 'clerk').marks).toEqual([]);
  });
});

describe('a map that others change while the room guesses', () => {
  const guessing: Guess = { ...noGuess, phase: 'guessing', disruption: late, marks: ['clerk', 'tracing'] };

  test('ends a round that begins with somebody who was removed, or who now hands on nothing', () => {
    expect(cannotBegin(guessing, content)).toBe(false);
    expect(cannotBegin(guessing, { ...content, parties: [] })).toBe(true);
    const parties = content.parties.map((party) => ({ ...party, kind: 'external-customer' as const }));
    expect(cannotBegin(guessing, { ...content, parties })).toBe(true);
    expect(chosenAgain(guessing)).toEqual({ ...guessing, phase: 'setting', disruption: undefined });
    expect(chosenAgain({ ...guessing, phase: 'counted' }).marks).toEqual([]);
  });

  test('takes the mark of somebody who was removed', () => {
    expect(marksOnMap(guessing, content)).toBe(guessing);
    const parties = content.parties.filter(({ id }) => id !== 'clerk');
    expect(marksOnMap(guessing, { ...content, parties }).marks).toEqual(['tracing']);
  });
});

test('a lot falls on somebody from whom an external customer can be reached, else on somebody who hands something on', () => {
  for (const chance of [0, 0.3, 0.6, 0.99]) {
    expect(['loaders', 'turnaround']).toContain(drawLots(content, () => chance)?.party);
  }
  const inside = content.links.filter(({ customer }) => customer === 'tracing');
  expect(drawLots({ ...content, links: inside }, () => 0)?.party).toBe('loaders');
  expect(drawLots({ ...content, links: [] })).toBeUndefined();
});
