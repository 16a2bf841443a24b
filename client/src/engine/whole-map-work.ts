import type { MapContent } from '@downstream/graph-schema/map-content';
import type { WholeMapEngine } from './whole-map-engine';
import type { ListName, WholeMapAnswers, WholeMapQuestions } from './whole-map-question';

/** A map at the moment when it was asked about. */
export interface MapAtHand {
  content: MapContent;
  revision: number;
  /** How many edits made here were on it that no revision has yet. */
  unsaved: number;
}

export interface Work<List extends ListName> {
  /** The same for the same question. */
  key: string;
  question: WholeMapQuestions[List];
  of: MapAtHand;
}

export type Result<List extends ListName> = { answer: WholeMapAnswers[List] } | { failure: unknown };

export interface Told<List extends ListName> {
  began: (work: Work<List>) => void;
  progress: (done: number) => void;
  ended: (work: Work<List>, result: Result<List>) => void;
}

/**
 * Works on one question at a time. Another question ends the work on the last one; a map that changes meanwhile lets
 * it finish, and is asked about next, so that a map that many people edit has answers too.
 */
export function wholeMapWork<List extends ListName>(
  list: List,
  start: () => WholeMapEngine,
  told: Told<List>,
): { ask: (work: Work<List>) => void; halt: () => void } {
  let engine: WholeMapEngine | undefined;
  let busy: Work<List> | undefined;
  let next: Work<List> | undefined;

  const halt = (): void => {
    engine?.stop();
    engine = busy = next = undefined;
  };

  const begin = (work: Work<List>): void => {
    engine ??= start();
    busy = work;
    told.began(work);
    const end = (result: Result<List>): void => {
      if (busy !== work) return;
      busy = undefined;
      told.ended(work, result);
      const waiting = next;
      next = undefined;
      if (waiting) begin(waiting);
    };
    const onProgress = (done: number): void => {
      if (busy === work) told.progress(done);
    };
    engine.ask(work.of.content, list, work.question, onProgress).then(
      (answer) => end({ answer }),
      (failure: unknown) => end({ failure }),
    );
  };

  return {
    ask: (work) => {
      if (busy?.key === work.key) {
        next = work;
        return;
      }
      // An engine at rest is kept: it knows the map, and the next question begins at once.
      if (busy) halt();
      begin(work);
    },
    halt,
  };
}
