import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DelayBounds } from './delay-bounds.js';
import type { DelayChange } from './delay-change.js';
import { delayHarmOf } from './delay-harm.js';
import { linkNumber, partyNumber } from './compiled-map.js';
import { mapsUpTo, runs } from '../../tests/support/maps-up-to.js';
import type { PlainMap } from './oracles/plain-map.js';
import type { PlainChange } from './oracles/plain-whole-map.js';
import { ableToFail, changed, exposureByTheBook, totalOf } from './oracles/plain-whole-map.js';

const sizes = { slack: 20, buffer: 20, switchTime: 15 };

/** Every change of these sizes: more slack on a link, more buffer for a party, a substitute beside a link or its group. */
const changesOf = (plain: PlainMap): PlainChange[] => [
  ...plain.links
    .filter(({ isBlocking }) => isBlocking)
    .flatMap(({ id, isPrimaryOrAlone }): PlainChange[] => [
      { kind: 'slack', target: id, size: sizes.slack },
      ...(isPrimaryOrAlone ? [{ kind: 'alternative' as const, target: id, size: sizes.switchTime }] : []),
    ]),
  ...ableToFail(plain).map((target): PlainChange => ({ kind: 'buffer', target, size: sizes.buffer })),
];

describe('harm by delay', () => {
  test('falls with each change by what the book says, for whom it says, and by no more than its bound', () => {
    let fell = 0;
    let fellAfterSubstitute = 0;
    fc.assert(
      fc.property(mapsUpTo(8, 20), fc.infiniteStream(fc.nat()), ({ content, plain, map, minutes }, draws) => {
        const asChange = ({ kind, target, size }: PlainChange): DelayChange => ({
          kind: kind === 'alternative' ? 'most' : kind === 'buffer' ? 'buffer' : 'slack',
          at: kind === 'buffer' ? partyNumber(map, target) : linkNumber(map, target),
          minutes: size,
        });
        const boundOf = (bounds: DelayBounds, { kind, target }: PlainChange): number =>
          kind === 'buffer'
            ? bounds.buffer[partyNumber(map, target)]!
            : bounds[kind === 'slack' ? 'slack' : 'alternative'][linkNumber(map, target)]!;
        const changes = changesOf(plain);
        fc.pre(changes.length > 0);
        const harm = delayHarmOf(map, minutes);
        let now = plain;
        let hasSubstitute = false;
        // As it is, and after each of two changes that stay.
        for (let made = 0; ; made++) {
          const before = exposureByTheBook(now, 'delay', minutes);
          expect(harm.total()).toBeCloseTo(totalOf(before), 8);
          const bounds = harm.bounds(sizes);
          for (const change of changes) {
            const after = exposureByTheBook(changed(now, content, change), 'delay', minutes);
            const expected = totalOf(before) - totalOf(after);
            expect(harm.reductionWith(asChange(change))).toBeCloseTo(expected, 8);
            expect(boundOf(bounds, change)).toBeGreaterThanOrEqual(expected - 1e-9);
            const { byCustomer, origins } = harm.reliefBy(asChange(change));
            expect(byCustomer.reduce((sum, minutesLess) => sum + minutesLess, 0)).toBeCloseTo(expected, 8);
            for (const u of origins) {
              expect(after[map.parties[u]!.id]!).toBeLessThan(before[map.parties[u]!.id]!);
            }
            if (expected > 0) fell += 1;
            if (expected > 0 && hasSubstitute) fellAfterSubstitute += 1;
          }
          if (made === 2) break;
          const stays = changes[draws.next().value % changes.length]!;
          harm.accept(asChange(stays));
          now = changed(now, content, stays);
          hasSubstitute ||= stays.kind === 'alternative';
        }
      }),
      runs(120),
    );
    expect(fell).toBeGreaterThan(500);
    expect(fellAfterSubstitute).toBeGreaterThan(50);
  });
});
