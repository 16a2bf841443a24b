import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Disruption } from '@downstream/graph-schema/disruption';
import { referenceKey } from '@downstream/graph-schema/item';
import i18next from 'i18next';
import { compare, prepare, type Comparison } from '../../engine/engine-answer';
import type { Items } from '../../open-map/apply-changes';
import { contentOfItems } from '../../open-map/use-open-map';
import { aChain } from '../../testing/a-chain';
import '../../text/en-compare';
import { startText } from '../../text/text';
import { differenceOf } from './difference';
import { differenceInWords } from './difference-in-words';
import { editedItems, type WhatIfEdit } from './what-if';

const items: Items = new Map(
  aChain.map((item) => [referenceKey(item), { version: 1, audience: 'everyone', item }]),
);
const content = contentOfItems(items);
const late: Disruption = { party: 'loaders', kind: 'delay', minutes: 30 };

function compared(edits: readonly WhatIfEdit[], before = [late], after = before): Comparison {
  const changed = contentOfItems(editedItems(items, edits).items);
  const answer = compare(
    { prepared: prepare(content), disruptions: before },
    { prepared: prepare(changed), disruptions: after },
  );
  if ('problem' in answer) throw new Error(answer.problem.code);
  return answer.comparison;
}

/** With plain blanks, so that the lines below can be read. */
function told(comparison: Comparison) {
  const { headline, sentences } = differenceInWords(differenceOf(comparison, content), content, i18next.t);
  return { headline: headline.replaceAll('\u00a0', ' '), sentences };
}

beforeAll(startText);

describe('the difference between two ripples, in words', () => {
  test('says by how much an external customer feels less, and what that takes off the harm', () => {
    const { headline, sentences } = told(compared([{ field: 'slack', id: 'hold', value: 25 }]));
    expect(headline).toBe(
      'Passengers: 15 minutes less late, 5 minutes instead of 20 minutes. Harm falls from 20 to 5 weighted minutes, by 75 %.',
    );
    expect(sentences).toEqual(['Less late: Turnaround.']);
  });

  test('names those who are no longer late', () => {
    const { headline, sentences } = told(compared([{ field: 'buffer', id: 'turnaround', value: 20 }]));
    expect(headline).toBe(
      'Passengers: no longer late, instead of 20 minutes. Harm falls from 20 to 0 weighted minutes, by 100 %.',
    );
    expect(sentences).toEqual(['No longer late: Turnaround.']);
  });

  test('says what gets worse, too', () => {
    const { headline } = told(compared([{ field: 'slack', id: 'hold', value: 0 }]));
    expect(headline).toBe(
      'Passengers: 10 minutes later than before, 30 minutes instead of 20 minutes. Harm rises from 20 to 30 weighted minutes, by 50 %.',
    );
  });

  test('says so where nothing changes', () => {
    const { headline, sentences } = told(compared([{ field: 'leadTime', id: 'hold', value: 5 }]));
    expect(headline).toBe('This changes nothing in this ripple.');
    expect(sentences).toEqual(['Harm stays at 20 weighted minutes.']);
  });

  test('tells a defect by its chances, apart from the delay', () => {
    const both: Disruption[] = [late, { party: 'loaders', kind: 'defect' }];
    const { headline } = told(compared([{ field: 'catchRate', id: 'turnaround', value: 0.5 }], both));
    expect(headline).toBe(
      'Harm stays at 20 weighted minutes. Passengers: a chance of 13 % instead of 25 %. Harm falls from 0.25 to 0.13 weighted customers on average, by 50 %.',
    );
  });

  test('compares two disruptions of the same map, and counts harm from nothing', () => {
    const { headline } = told(compared([], [{ ...late, minutes: 10 }], [late]));
    expect(headline).toBe('Passengers: now 20 minutes late. Harm rises from 0 to 20 weighted minutes.');
  });
});

test('two ripples are played on one clock, to one end, in one scale of colours', () => {
  const { before, after } = compared([{ field: 'slack', id: 'hold', value: 25 }]);
  expect(after.show.duration).toBe(before.show.duration);
  for (const [party, beat] of after.show.beats) {
    expect(beat.reachedAt).toBe(before.show.beats.get(party)!.reachedAt);
  }
  expect(before.show.beats.get('passengers')!.strength).toBeGreaterThan(
    after.show.beats.get('passengers')!.strength,
  );
});
