import { Stopped, type Observer } from '@downstream/ripple/observer';
import { refusal } from './refusal.js';
import { wholeNumber } from './whole-number.js';

/** Work that takes no longer than this shows nothing; later the line is written anew so often. Milliseconds. */
const patience = 1_000;
const pace = 100;

interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

export interface DeadlineOption {
  deadline: number;
}
/** For commands whose work may take long: `.option(...deadlineOption)`. */
export const deadlineOption = [
  '--deadline <seconds>',
  'give up without an answer after so long',
  wholeNumber(1, 1_000_000),
  600,
] as const;

/**
 * Does long work with a line of progress on standard error where that is a terminal, and takes the line away after.
 * Throws a refusal once the deadline has passed.
 */
export function withProgressLine<T>(
  { deadline }: DeadlineOption,
  work: (observer: Observer) => T,
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): T {
  const began = now();
  const shouldStop = (): boolean => now() - began > deadline * 1_000;
  let next = began + patience;
  const line = { isShown: false };
  const onProgress = (done: number): void => {
    if (screen.isTTY !== true || now() < next) return;
    next = now() + pace;
    line.isShown = true;
    screen.write(`\r${Math.floor(done * 100)} % done; Ctrl+C stops`);
  };
  try {
    return work({ onProgress, shouldStop });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    throw refusal(
      `There was no answer after ${deadline} seconds; allow more with --deadline, or ask about a smaller map.`,
    );
  } finally {
    // Back to the line's beginning, and all of it erased.
    if (line.isShown) screen.write('\r\u001b[K');
  }
}
