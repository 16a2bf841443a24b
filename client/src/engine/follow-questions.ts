import type { BegunRipple, Engine, Question } from './engine';
import type { EngineAnswer, Verdict } from './engine-answer';

export interface Heard {
  /** Undefined where the question cannot be answered; `answer` then says why. */
  verdict: (verdict: Verdict | undefined) => void;
  answer: (answer: EngineAnswer, question: Question) => void;
}

/** At most so many milliseconds the rest of a ripple waits for the hand to rest. */
const longestPause = 200;

/**
 * Asks what a hand changes sixty times a second. The latest question wins: one that comes while another is answered
 * waits, and the next to come takes its place. Each gets its verdict as soon as it can be had. The rest of the ripple
 * follows once nobody has asked anew for twice as long as it took the last time, so that it does not stand in the way of
 * the next verdict: on a small map at once.
 */
export function followQuestions(
  { begin, beginAtOnce }: Pick<Engine, 'begin' | 'beginAtOnce'>,
  heard: Heard,
): (question: Question) => void {
  let waiting: Question | undefined;
  let isBusy = false;
  let pause = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const work = async (task: () => Promise<void>): Promise<void> => {
    isBusy = true;
    try {
      await task();
    } finally {
      isBusy = false;
      ask();
    }
  };
  const ask = (): void => {
    const question = waiting;
    if (!question || isBusy) return;
    waiting = undefined;
    clearTimeout(timer);
    const atOnce = beginAtOnce(question);
    if (atOnce) hear(atOnce, question);
    else void work(async () => hear(await begin(question), question));
  };
  const hear = (begun: BegunRipple, question: Question): void => {
    if ('problem' in begun) {
      heard.verdict(undefined);
      heard.answer(begun, question);
      return;
    }
    heard.verdict(begun.verdict);
    const { finish } = begun;
    timer = setTimeout(() => {
      void work(async () => {
        const start = performance.now();
        const answer = await finish();
        pause = Math.min(longestPause, 2 * (performance.now() - start));
        heard.answer(answer, question);
      });
    }, pause);
  };

  return (question) => {
    waiting = question;
    ask();
  };
}
