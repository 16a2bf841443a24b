import { describe, expect, jest, test } from '@jest/globals';
import type { BegunRipple, Question } from './engine';
import type { Ripple, Verdict } from './engine-answer';
import { followQuestions } from './follow-questions';

const late = (minutes: number): Question => ({
  content: { map: { type: 'map', id: 'm', name: 'Airline' }, parties: [], links: [], statements: [] },
  disruptions: [{ party: 'loaders', kind: 'delay', minutes }],
});
const minutesOf = ({ disruptions: [first] }: Question): number =>
  first?.kind === 'delay' ? first.minutes : 0;

/** An engine whose answers come when they are let through, and what is heard from it. */
function heardOf({ isQuick }: { isQuick: boolean }) {
  const heard: string[] = [];
  const begun: number[] = [];
  const held: (() => void)[] = [];
  const verdictOn = (question: Question): BegunRipple => {
    begun.push(minutesOf(question));
    const asked = [{ key: `${minutesOf(question)} late` }] as unknown as Verdict['asked'];
    const ripple = { disruptions: question.disruptions } as Ripple;
    return { verdict: { headlines: [], asked }, finish: () => Promise.resolve({ ripple }) };
  };
  const ask = followQuestions(
    {
      beginAtOnce: (question) => (isQuick ? verdictOn(question) : undefined),
      begin: (question) => new Promise((resolve) => held.push(() => resolve(verdictOn(question)))),
    },
    {
      verdict: (verdict) => heard.push(verdict?.asked[0]?.key ?? 'none'),
      answer: (_, question) => heard.push(`all of ${minutesOf(question)}`),
    },
  );
  const letThrough = async (): Promise<void> => {
    held.shift()!();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { ask, begun, heard, letThrough };
}

describe('while a hand moves a slider', () => {
  test('a small map answers each move before the move is over', () => {
    const { ask, heard } = heardOf({ isQuick: true });
    ask(late(5));
    ask(late(10));
    expect(heard).toEqual(['5 late', '10 late']);
  });

  test('moves overtaken while one is answered are never asked', async () => {
    const { ask, begun, letThrough } = heardOf({ isQuick: false });
    for (const minutes of [5, 10, 15, 20]) ask(late(minutes));
    await letThrough();
    await letThrough();
    expect(begun).toEqual([5, 20]);
  });

  test('the rest of a ripple follows the verdict, unless the hand has moved on by then', async () => {
    jest.useFakeTimers();
    try {
      const { ask, heard } = heardOf({ isQuick: true });
      ask(late(5));
      ask(late(10));
      await jest.runAllTimersAsync();
      expect(heard).toEqual(['5 late', '10 late', 'all of 10']);
    } finally {
      jest.useRealTimers();
    }
  });
});
