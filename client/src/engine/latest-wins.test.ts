import { describe, expect, test } from '@jest/globals';
import { latestWins } from './latest-wins';

/** An engine that answers when told to. */
function slowEngine() {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  const answers: number[] = [];
  const ask = latestWins(
    (question: number) => {
      asked.push(question);
      return new Promise<number>((resolve) => waiting.push(() => resolve(question * 10)));
    },
    (answer) => answers.push(answer),
  );
  const answerNext = async (): Promise<void> => {
    waiting.shift()!();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { ask, asked, answers, answerNext };
}

describe('the latest question wins', () => {
  test('those overtaken while one is answered are never asked', async () => {
    const { ask, asked, answers, answerNext } = slowEngine();
    [1, 2, 3, 4].forEach(ask);
    await answerNext();
    await answerNext();
    expect(asked).toEqual([1, 4]);
    expect(answers).toEqual([10, 40]);
  });

  test('a question after a rest is asked at once', async () => {
    const { ask, asked, answerNext } = slowEngine();
    ask(1);
    await answerNext();
    ask(2);
    expect(asked).toEqual([1, 2]);
  });
});
