import { describe, expect, test } from '@jest/globals';
import { report } from '@downstream/ripple/observer';
import { withProgressLine } from './progress-line.js';

function screenOf({ isTTY }: { isTTY: boolean }) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('a line of progress', () => {
  test('comes after a second, at a pace that can be read, and is gone when the work is done', () => {
    const screen = screenOf({ isTTY: true });
    let clock = 0;
    const answer = withProgressLine(
      { deadline: 60 },
      ({ onProgress }) => {
        for (let step = 0; step <= 10; step++) {
          onProgress!(step / 10);
          clock += 150;
        }
        return 'the answer';
      },
      screen,
      () => clock,
    );
    expect(answer).toBe('the answer');
    expect(screen.written).toEqual([
      '\r70 % done; Ctrl+C stops',
      '\r80 % done; Ctrl+C stops',
      '\r90 % done; Ctrl+C stops',
      '\r100 % done; Ctrl+C stops',
      '\r\u001b[K',
    ]);
  });

  test('is not there for work that is quick, nor for a script', () => {
    const [quick, script] = [screenOf({ isTTY: true }), screenOf({ isTTY: false })];
    withProgressLine(
      { deadline: 60 },
      ({ onProgress }) => onProgress?.(0.5),
      quick,
      () => 0,
    );
    let clock = 0;
    withProgressLine(
      { deadline: 60 },
      ({ onProgress }) => onProgress?.(0.5),
      script,
      () => (clock += 5_000),
    );
    expect([...quick.written, ...script.written]).toEqual([]);
  });

  test('ends with a sentence once the deadline has passed, and is gone', () => {
    const screen = screenOf({ isTTY: true });
    let clock = 0;
    const work = () =>
      withProgressLine(
        { deadline: 60 },
        (observer) => {
          for (;;) report(observer, 0.1);
        },
        screen,
        () => (clock += 10_000),
      );
    expect(work).toThrow('There was no answer after 60 seconds; allow more with --deadline');
    expect(screen.written.at(-1)).toBe('\r\u001b[K');
  });
});
