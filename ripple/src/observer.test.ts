import { describe, expect, test } from '@jest/globals';
import { advice } from './advice.js';
import { compile } from './compile.js';
import type { CompiledMap } from './compiled-map.js';
import { exposureReport } from './exposure.js';
import type { Observer } from './observer.js';
import { Stopped } from './observer.js';
import { randomMap } from './oracles/random-map.js';
import { simulate } from './simulate.js';
import { toleranceReport } from './tolerance.js';
import { weakLinks } from './weak-links.js';

const delay = { kind: 'delay', minutes: 480 } as const;
const defect = { kind: 'defect' } as const;
const sizes = { slack: 60, buffer: 60, catchRate: 0.8, switchTime: 60 };

/** Everything that may take more than a second on a large map. */
const questions: Record<string, (map: CompiledMap, observer: Observer) => unknown> = {
  'a defect': (map, observer) => {
    const { id: party } = map.parties[map.isCustomer.indexOf(0)]!;
    return simulate(map, { disruptions: [{ party, kind: 'defect' }], seed: 1, worlds: 2_000 }, observer);
  },
  'exposure by delay': (map, observer) => exposureReport(map, delay, observer),
  'exposure by defect': (map, observer) => exposureReport(map, defect, { worlds: 50, ...observer }),
  tolerance: (map, observer) => toleranceReport(map, map.isCustomer.indexOf(1), observer),
  'weak links by delay': (map, observer) => weakLinks(map, delay, 5, observer),
  'weak links by defect': (map, observer) => weakLinks(map, defect, 5, { worlds: 50, ...observer }),
  'advice by delay': (map, observer) => advice(map, { changes: 2, disruption: delay, sizes }, observer),
  'advice by defect': (map, observer) =>
    advice(map, { changes: 2, disruption: defect, sizes }, { worlds: 50, ...observer }),
};

describe.each(Object.entries(questions))('whoever waits for %s', (_, ask) => {
  const map = compile(randomMap(1, 16, 44));

  test('hears how much is done, from little to nearly all, and never less than before', () => {
    const heard: number[] = [];
    ask(map, { onProgress: (done) => heard.push(done) });
    expect(heard.length).toBeGreaterThan(1);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard[0]).toBeLessThan(0.1);
    expect(heard.at(-1)).toBeGreaterThan(0.1);
    expect(heard.at(-1)).toBeLessThanOrEqual(1);
  });

  test('gets the same answer as somebody who does not watch', () => {
    const plain = (answer: unknown) => JSON.stringify(answer);
    expect(plain(ask(map, { onProgress: () => undefined, shouldStop: () => false }))).toBe(
      plain(ask(map, {})),
    );
  });

  test('may stop it, or let what is thrown while watching end it', () => {
    expect(() => ask(map, { shouldStop: () => true })).toThrow(Stopped);
    const gone = new Error('nobody is there any more');
    expect(() =>
      ask(map, {
        onProgress: () => {
          throw gone;
        },
      }),
    ).toThrow(gone);
  });
});
