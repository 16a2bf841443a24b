import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isSameQuestion, startEngine, type Question } from './engine';
import type { EngineAnswer, Ripple, Verdict } from './engine-answer';
import { followQuestions } from './follow-questions';

export type { Ripple } from './engine-answer';

/** `ripple` is the last one that came out; while a newer one is computed it stays, so that nothing flickers. */
export interface RippleState {
  status: 'idle' | 'working' | 'ready' | 'failed';
  ripple: Ripple | undefined;
  problem: DownstreamError | undefined;
  /** The verdict on what was asked last. It comes before the ripple does, and beside React, which has more to draw. */
  told: StoreApi<{ verdict: Verdict | undefined }>;
  /** Asks before the page has got round to these disruptions: a slider's verdict waits for nothing. */
  ask: (disruptions: readonly Disruption[]) => void;
}

interface Answered {
  question: Question;
  answer: EngineAnswer;
}

/** Milliseconds after which a page that has asked nothing yet makes ready for it: the picture comes first. */
const warmAfter = 2_000;

/** Runs the engine whenever the map or the disruptions change; the latest question wins. */
export function useRipple(content: MapContent, disruptions: readonly Disruption[]): RippleState {
  const [answered, setAnswered] = useState<Answered>();
  const [told] = useState(() =>
    createStore<{ verdict: Verdict | undefined }>(() => ({ verdict: undefined })),
  );
  const follow = useRef<(question: Question) => void>(undefined);
  /** What was asked at once, and has not come here as disruptions yet. */
  const ahead = useRef<Question[]>([]);

  useEffect(() => {
    const engine = startEngine();
    follow.current = followQuestions(engine, {
      verdict: (verdict) => told.setState({ verdict }),
      // The picture and the lists may take their time; what a hand does next goes before them.
      answer: (answer, question) => startTransition(() => setAnswered({ answer, question })),
    });
    const timer = setTimeout(engine.warm, warmAfter);
    return () => {
      clearTimeout(timer);
      follow.current = undefined;
      engine.stop();
    };
  }, [told]);

  const ask = useCallback(
    (next: readonly Disruption[]) => {
      if (next.length === 0) return;
      const question = { content, disruptions: next };
      ahead.current.push(question);
      follow.current?.(question);
    },
    [content],
  );

  // The same disruptions in another array are the same question.
  const asked = JSON.stringify(disruptions);
  const question = useMemo<Question>(
    () => ({ content, disruptions: JSON.parse(asked) as Disruption[] }),
    [content, asked],
  );
  const isAsked = disruptions.length > 0;
  useEffect(() => {
    const at = ahead.current.findLastIndex((one) => isSameQuestion(one, question));
    ahead.current = at < 0 ? [] : ahead.current.slice(at + 1);
    if (!isAsked) told.setState({ verdict: undefined });
    else if (at < 0) follow.current?.(question);
  }, [question, isAsked, told]);

  const both = { told, ask };
  if (!isAsked) return { ...both, status: 'idle', ripple: undefined, problem: undefined };
  if (!answered) return { ...both, status: 'working', ripple: undefined, problem: undefined };
  const isCurrent = isSameQuestion(answered.question, question);
  if ('problem' in answered.answer) {
    const { code, details } = answered.answer.problem;
    const problem = isCurrent ? new DownstreamError(code, details) : undefined;
    return { ...both, status: isCurrent ? 'failed' : 'working', ripple: undefined, problem };
  }
  return {
    ...both,
    status: isCurrent ? 'ready' : 'working',
    ripple: answered.answer.ripple,
    problem: undefined,
  };
}
