import { describe, test } from '@jest/globals';

/**
 * A group of tests that needs something of the machine. Where it is missing the group is skipped, and its name says
 * what to install; under CI=true that is a failure, so that nothing goes untested unseen.
 */
export function describeNeeding(missing: string | undefined, name: string, tests: () => void): void {
  if (missing === undefined) {
    describe(name, tests);
  } else if (process.env['CI'] === 'true') {
    test(name, () => {
      throw new Error(`There is ${missing}.`);
    });
  } else {
    describe.skip(`${name} (skipped: ${missing})`, tests);
  }
}
