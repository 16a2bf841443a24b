import { useEffect, useRef, useState } from 'react';
import { startWholeMapEngine } from './whole-map-engine';
import type { ListName, WholeMapAnswers, WholeMapQuestions } from './whole-map-question';
import { wholeMapWork, type MapAtHand, type Work } from './whole-map-work';

export type { MapAtHand } from './whole-map-work';

export interface Answered<List extends ListName> {
  answer: WholeMapAnswers[List];
  /** The map and the question that it is of. */
  of: MapAtHand;
  question: WholeMapQuestions[List];
  key: string;
}

export interface WholeMapState<List extends ListName> {
  status: 'idle' | 'working' | 'ready' | 'cancelled' | 'failed';
  /** From 0 to 1, of what is being worked on. */
  done: number;
  /** When the work began, in milliseconds of the page's clock. */
  since: number;
  /** The last that came; while a newer one is worked on it stays. */
  answered: Answered<List> | undefined;
  /** Whether it answers what is asked now, and whether that of the map as it is now. */
  isOfThisQuestion: boolean;
  isCurrent: boolean;
  failure: unknown;
  cancel: () => void;
  /** Works on what is asked, after it was cancelled or failed. */
  again: () => void;
}

/** A pause in typing or in others' edits that is worth beginning in, in milliseconds. */
const pause = 200;

/**
 * Asks about a whole map in a worker of its own, again whenever the question or the map changes. `undefined` asks
 * nothing.
 */
export function useWholeMap<List extends ListName>(
  list: List,
  question: WholeMapQuestions[List] | undefined,
  map: MapAtHand,
): WholeMapState<List> {
  const [progress, setProgress] = useState({ done: 0, since: 0 });
  const [answered, setAnswered] = useState<Answered<List>>();
  const [failed, setFailed] = useState<{ work: Work<List>; failure: unknown }>();
  const [cancelled, setCancelled] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const work = useRef<ReturnType<typeof wholeMapWork<List>>>(undefined);

  useEffect(() => {
    const working = wholeMapWork(list, startWholeMapEngine, {
      began: () => setProgress({ done: 0, since: performance.now() }),
      progress: (done) => setProgress((before) => ({ ...before, done })),
      ended: (ended, result) => {
        if ('answer' in result) setAnswered({ ...ended, answer: result.answer });
        else setFailed({ work: ended, failure: result.failure });
      },
    });
    work.current = working;
    return () => {
      work.current = undefined;
      working.halt();
    };
  }, [list]);

  // The same question in another object is the same question.
  const key = question && JSON.stringify(question);
  const { content } = map;
  // The revision goes with the content: by itself it changes nothing that could be asked about.
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  }, [map]);
  const isCancelled = key !== undefined && cancelled === key;
  useEffect(() => {
    if (key === undefined || isCancelled) return undefined;
    const timer = setTimeout(() => {
      const asked = JSON.parse(key) as WholeMapQuestions[List];
      work.current?.ask({ key, question: asked, of: { ...latest.current, content } });
    }, pause);
    return () => clearTimeout(timer);
  }, [key, content, attempt, isCancelled]);

  const isOfThisQuestion = answered !== undefined && answered.key === key;
  const isCurrent = isOfThisQuestion && answered.of.content === content;
  const isFailed = failed !== undefined && failed.work.key === key && failed.work.of.content === content;
  const statusNow = (): WholeMapState<List>['status'] => {
    if (key === undefined) return 'idle';
    if (isCancelled) return 'cancelled';
    if (isCurrent) return 'ready';
    return isFailed ? 'failed' : 'working';
  };
  return {
    status: statusNow(),
    ...progress,
    answered,
    isOfThisQuestion,
    isCurrent,
    failure: isFailed ? failed.failure : undefined,
    cancel: () => {
      work.current?.halt();
      setCancelled(key);
    },
    again: () => {
      setCancelled(undefined);
      setFailed(undefined);
      setAttempt(attempt + 1);
    },
  };
}
