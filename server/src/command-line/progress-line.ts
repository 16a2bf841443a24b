import type { Observer } from '@downstream/ripple/observer';

/** Work that takes no longer than this shows nothing; later the line is written anew so often. Milliseconds. */
const patience = 1_000;
const pace = 100;

interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Does long work with a line of progress on standard error where that is a terminal, and takes the line away after. */
export function withProgressLine<T>(
  work: (observer: Observer) => T,
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): T {
  if (screen.isTTY !== true) return work({});
  let next = now() + patience;
  const line = { isShown: false };
  const onProgress = (done: number): void => {
    if (now() < next) return;
    next = now() + pace;
    line.isShown = true;
    screen.write(`\r${Math.floor(done * 100)} % done; Ctrl+C stops`);
  };
  try {
    return work({ onProgress });
  } finally {
    // Back to the line's beginning, and all of it erased.
    if (line.isShown) screen.write('\r\u001b[K');
  }
}
