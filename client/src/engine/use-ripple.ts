import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { useEffect, useMemo, useRef, useState } from 'react';
import { startEngine, type Question } from './engine';
import type { EngineAnswer, Ripple } from './engine-answer';
import { latestWins } from './latest-wins';

export type { Ripple } from './engine-answer';

/** `ripple` is the last one that came out; while a newer one is computed it stays, so that nothing flickers. */
export interface RippleState {
  status: 'idle' | 'working' | 'ready' | 'failed';
  ripple: Ripple | undefined;
  problem: DownstreamError | undefined;
}

interface Answered {
  question: Question;
  answer: EngineAnswer;
}

/** Runs the engine in its worker whenever the map or the disruptions change; the latest question wins. */
export function useRipple(content: MapContent, disruptions: readonly Disruption[]): RippleState {
  const [answered, setAnswered] = useState<Answered>();
  const ask = useRef<(question: Question) => void>(undefined);

  useEffect(() => {
    const engine = startEngine();
    ask.current = latestWins(engine.ask, (answer, question) => setAnswered({ answer, question }));
    return () => {
      ask.current = undefined;
      engine.stop();
    };
  }, []);

  // The same disruptions in another array are the same question.
  const asked = JSON.stringify(disruptions);
  const question = useMemo<Question>(
    () => ({ content, disruptions: JSON.parse(asked) as Disruption[] }),
    [content, asked],
  );
  const isAsked = disruptions.length > 0;
  useEffect(() => {
    if (isAsked) ask.current?.(question);
  }, [question, isAsked]);

  if (!isAsked) return { status: 'idle', ripple: undefined, problem: undefined };
  if (!answered) return { status: 'working', ripple: undefined, problem: undefined };
  const isCurrent = answered.question === question;
  if ('problem' in answered.answer) {
    const { code, details } = answered.answer.problem;
    const problem = isCurrent ? new DownstreamError(code, details) : undefined;
    return { status: isCurrent ? 'failed' : 'working', ripple: undefined, problem };
  }
  return { status: isCurrent ? 'ready' : 'working', ripple: answered.answer.ripple, problem: undefined };
}
