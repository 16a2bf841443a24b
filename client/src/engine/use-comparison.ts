import { DownstreamError } from '@downstream/graph-schema/problem';
import { useEffect, useRef, useState } from 'react';
import { startEngine, type Question } from './engine';
import type { Comparison, ComparisonAnswer } from './engine-answer';
import { latestWins } from './latest-wins';

export type { Comparison } from './engine-answer';

/** `comparison` is the last one that came out; while a newer one is computed it stays, so that nothing flickers. */
export interface ComparisonState {
  status: 'working' | 'ready' | 'failed';
  comparison: Comparison | undefined;
  problem: DownstreamError | undefined;
}

interface Pair {
  now: Question;
  whatIf: Question;
}

/** Runs both ripples in the engine's worker whenever one of the questions changes; the latest pair wins. */
export function useComparison(now: Question, whatIf: Question): ComparisonState {
  const [answered, setAnswered] = useState<{ pair: Pair; answer: ComparisonAnswer }>();
  const ask = useRef<(pair: Pair) => void>(undefined);

  useEffect(() => {
    const engine = startEngine();
    ask.current = latestWins(
      (pair: Pair) => engine.compare(pair.now, pair.whatIf),
      (answer, pair) => setAnswered({ answer, pair }),
    );
    return () => {
      ask.current = undefined;
      engine.stop();
    };
  }, []);

  useEffect(() => ask.current?.({ now, whatIf }), [now, whatIf]);

  if (!answered) return { status: 'working', comparison: undefined, problem: undefined };
  const { answer, pair } = answered;
  const isCurrent = pair.now === now && pair.whatIf === whatIf;
  if ('problem' in answer) {
    const problem = isCurrent ? new DownstreamError(answer.problem.code, answer.problem.details) : undefined;
    return { status: isCurrent ? 'failed' : 'working', comparison: undefined, problem };
  }
  return { status: isCurrent ? 'ready' : 'working', comparison: answer.comparison, problem: undefined };
}
