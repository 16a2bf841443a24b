import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asksTheSame, emptyView, layouts, readView, writeView, type View } from './view';

const id = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const view: fc.Arbitrary<View> = fc.record({
  layout: fc.constantFrom(...layouts),
  folded: fc.option(fc.oneof(fc.constant('all' as const), fc.array(id)), { nil: undefined }),
  selection: fc.option(fc.record({ type: fc.constantFrom('party' as const, 'link' as const), id }), {
    nil: undefined,
  }),
  disruptions: fc
    .tuple(
      fc.array(
        fc.record({
          party: id,
          kind: fc.constant('delay' as const),
          minutes: fc.integer({ min: 1, max: 5_000 }),
        }),
      ),
      fc.array(fc.record({ party: id, kind: fc.constant('defect' as const) })),
    )
    .map(([delays, defects]) => [...delays, ...defects]),
  focus: fc.option(fc.record({ party: id, hops: fc.integer({ min: 0, max: 9 }) }), { nil: undefined }),
  seenFrom: fc.option(id, { nil: undefined }),
  whatIf: fc.option(fc.array(id, { minLength: 1 }), { nil: undefined }),
  isGuessing: fc.boolean(),
});

describe('the address of a view', () => {
  test('says how the map is shown, what is chosen and asked', () => {
    const written = writeView({
      layout: 'customers-on-top',
      folded: ['Ramp', 'Other airport'],
      selection: { type: 'party', id: 'bag-loaders' },
      disruptions: [
        { party: 'bag-loaders', kind: 'delay', minutes: 30 },
        { party: 'accounting', kind: 'defect' },
      ],
      focus: { party: 'gate:a', hops: 2 },
      seenFrom: 'passengers',
      whatIf: ['slack:20:hold'],
      isGuessing: true,
    });
    expect(decodeURIComponent(written.toString())).toBe(
      'layout=customers-on-top&folded=Ramp&folded=Other+airport&select=party:bag-loaders&delay=bag-loaders:30&defect=accounting&focus=gate:a:2&seen-from=passengers&if=slack:20:hold&guess=on',
    );
  });

  test('says that nothing is different yet', () => {
    const compared = { ...emptyView, whatIf: [''] };
    expect(readView(writeView(compared)).whatIf).toEqual(['']);
  });

  test('leads back to the same view, whatever the ids hold', () => {
    fc.assert(
      fc.property(view, (seen) => {
        expect(readView(new URLSearchParams(writeView(seen).toString()))).toEqual(seen);
      }),
    );
  });

  test.each([
    'select=team:x',
    'select=party',
    'delay=x',
    'delay=x:0',
    'delay=x:soon',
    'defect=',
    'layout=upside-down',
    'focus=x',
    'focus=x:10',
    'focus=:2',
    'seen-from=',
    'guess=',
    'nonsense',
  ])('that says nothing, as %s, is an empty view', (address) => {
    expect(readView(new URLSearchParams(address))).toEqual(emptyView);
  });
});

test('a slider that moved asks about the same party; another party is another question', () => {
  const late = (party: string, minutes: number): View => ({
    ...emptyView,
    disruptions: [{ party, kind: 'delay', minutes }],
  });
  expect(asksTheSame(late('a', 10), late('a', 40))).toBe(true);
  expect(asksTheSame(late('a', 10), late('b', 10))).toBe(false);
});
