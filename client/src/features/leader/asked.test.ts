import { expect, test } from '@jest/globals';
import { changeKinds } from '@downstream/graph-schema/advice';
import fc from 'fast-check';
import { listNames, readAsked, usualSizes, writeAsked, type Asked } from './asked';

const minutes = fc.integer({ min: 1, max: 5_000 });
const asked: fc.Arbitrary<Asked> = fc.record({
  list: fc.constantFrom(...listNames),
  kind: fc.constantFrom('delay' as const, 'defect' as const),
  minutes: fc.option(minutes, { nil: undefined }),
  customer: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  group: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  changes: fc.integer({ min: 1, max: 5 }),
  sizes: fc.record({
    slack: minutes,
    buffer: minutes,
    switchTime: fc.integer({ min: 0, max: 5_000 }),
    catchRate: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  }),
  kinds: fc.subarray([...changeKinds], { minLength: 1 }),
  row: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
});

test('the address of a list leads back to the same list', () => {
  fc.assert(
    fc.property(asked, (one) => {
      expect(readAsked(new URLSearchParams(writeAsked(one).toString()))).toEqual(one);
    }),
  );
});

test('what is usual is not in the address', () => {
  expect(writeAsked(readAsked(new URLSearchParams())).toString()).toBe('');
});

test.each([
  'list=nonsense',
  'kind=both',
  'minutes=0',
  'minutes=soon',
  'changes=9',
  'slack=-1',
  'catchRate=2',
  'change=magic',
])('an address that says nothing, as %s, asks for what is usual', (address) => {
  expect(readAsked(new URLSearchParams(address))).toMatchObject({
    list: 'weak-links',
    kind: 'delay',
    minutes: undefined,
    changes: 3,
    sizes: usualSizes,
    kinds: changeKinds,
  });
});
