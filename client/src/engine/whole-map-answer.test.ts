/** @jest-environment node */
import { describe, expect, test } from '@jest/globals';
import { compile } from '@downstream/ripple/compile';
import { aMap } from '../../../tests/support/a-map';
import { answerWholeMap } from './whole-map-answer';

// B: 100 late at X (who counts twice) and 10 at Y; A: 80 late at X.
const content = aMap('A map')
  .team('A', { group: 'North' })
  .team('B', { group: 'South' })
  .team('Alone', { group: 'North' })
  .customer('X', { weight: 2 })
  .customer('Y')
  .serves('A', 'B', { slack: 20 })
  .serves('B', 'X', { expectation: { slack: 0 }, commitment: { slack: 30 } })
  .serves('B', 'Y', { slack: 90 })
  .content();
const map = compile(content);
const disruption = { kind: 'delay', minutes: 100 } as const;
const everywhere = { customer: undefined, group: undefined };
const nobody = {};

describe('weak links', () => {
  test('are ranked with what fixing them buys, for whom, and whose delays they let through', () => {
    const { rows, harm, method } = answerWholeMap['weak-links'](
      map,
      { ...everywhere, disruption, top: 10 },
      nobody,
    );
    expect({ harm, method }).toEqual({ harm: 370, method: { kind: 'exact' } });
    expect(rows.map(({ link, harmCarried }) => [link, harmCarried])).toEqual([
      ['B > X', 360],
      ['A > B', 160],
      ['B > Y', 10],
    ]);
    expect(rows[0]).toMatchObject({
      provider: 'B',
      customer: 'X',
      origins: ['A', 'B'],
      relief: [{ customer: 'X', harm: 360 }],
      standardError: 0,
    });
  });

  test('of one customer count its minutes alone, without its weight', () => {
    const { rows, harm } = answerWholeMap['weak-links'](
      map,
      { customer: 'X', group: undefined, disruption, top: 10 },
      nobody,
    );
    expect(harm).toBe(180);
    expect(rows.map(({ link, harmCarried }) => [link, harmCarried])).toEqual([
      ['B > X', 180],
      ['A > B', 80],
    ]);
  });

  test('of a department are those that touch it', () => {
    const { rows } = answerWholeMap['weak-links'](
      map,
      { customer: undefined, group: 'North', disruption, top: 10 },
      nobody,
    );
    expect(rows.map(({ link }) => link)).toEqual(['A > B']);
  });

  test('say how many there are more of', () => {
    const first = answerWholeMap['weak-links'](map, { ...everywhere, disruption, top: 1 }, nobody);
    expect(first).toMatchObject({ hasMore: true, rows: [{ link: 'B > X' }] });
  });
});

test('advice keeps to the kinds and the department that it is asked for', () => {
  const sizes = { slack: 60, buffer: 60, catchRate: 0.8, switchTime: 60 };
  const { rows } = answerWholeMap.advice(
    map,
    { customer: undefined, group: 'North', disruption, changes: 2, sizes, kinds: ['slack', 'buffer'] },
    nobody,
  );
  expect(rows.map(({ kind, target, harmAfter }) => [kind, target, harmAfter])).toEqual([
    ['slack', 'A > B', 250],
  ]);
  expect(rows[0]!.relief).toEqual([{ customer: 'X', harm: 120 }]);
});

test('customers come by weight, with the least tolerant upstream of each, and its gateways', () => {
  const { parts, atOnce, others } = answerWholeMap.customers(map, { ...everywhere, top: 5 }, nobody);
  expect({ atOnce, others }).toEqual({ atOnce: 1, others: 0 });
  expect(parts[0]).toEqual({
    customer: 'X',
    tolerance: [
      { party: 'B', minutes: 0 },
      { party: 'A', minutes: 20 },
    ],
    felt: 2,
    never: 1,
    gateways: [{ party: 'B', behind: 1 }],
    allGateways: 1,
  });
  expect(parts[1]!.tolerance).toEqual([
    { party: 'B', minutes: 90 },
    { party: 'A', minutes: 110 },
  ]);
});

test('all who reach a customer at once are counted, however few of them are listed', () => {
  const chain = aMap('A map').team('A').team('B').team('C').customer('X');
  const bare = compile(chain.serves('A', 'B').serves('B', 'C').serves('C', 'X').content());
  const { parts, atOnce } = answerWholeMap.customers(bare, { ...everywhere, top: 1 }, nobody);
  expect(parts[0]!.tolerance).toHaveLength(1);
  expect(atOnce).toBe(3);
});

test('teams come by exposure, told as far as they are shown', () => {
  const { rows, harmless } = answerWholeMap.teams(map, { ...everywhere, disruption, top: 1 }, nobody);
  expect(harmless).toBe(1);
  expect(rows.map(({ party, harm }) => [party, harm])).toEqual([
    ['B', 210],
    ['A', 160],
  ]);
  expect(rows[0]!.told!.felt).toEqual([
    { customer: 'X', size: 100 },
    { customer: 'Y', size: 10 },
  ]);
  expect(rows[1]!.told).toBeUndefined();
});

test('a defect too tangled for exact chances says from how many trials it is, and how far they may be off', () => {
  const many = aMap('Tangled').customer('X');
  for (let i = 0; i < 8; i++) many.team(`T${i}`);
  for (let i = 0; i < 8; i++)
    for (let k = 1; k <= 3; k++) if (i + k < 8) many.serves(`T${i}`, `T${i + k}`, { defectPass: 0.5 });
  many.serves('T7', 'X', { defectPass: 0.5 }).serves('T6', 'X', { defectPass: 0.5 });
  const { rows, method } = answerWholeMap.teams(
    compile(many.content()),
    { ...everywhere, disruption: { kind: 'defect' }, top: 8 },
    nobody,
  );
  expect(method).toEqual({ kind: 'monte-carlo', worlds: 1_000, seed: 1 });
  for (const { isExact, standardError } of rows) expect(standardError > 0).toBe(!isExact);
});

describe('findings', () => {
  const found = (customer: string | undefined, group: string | undefined) =>
    answerWholeMap.findings(map, { customer, group }, nobody).findings.map(({ finding }) => finding);

  test('are all there are', () => {
    expect(found(undefined, undefined)).toEqual([
      { code: 'ISOLATED', parties: ['Alone'] },
      { code: 'STATEMENTS_DIFFER', links: ['B > X'] },
    ]);
  });

  test('of a customer and of a department are those that concern them', () => {
    expect(found('Y', undefined)).toEqual([{ code: 'ISOLATED', parties: ['Alone'] }]);
    expect(found('X', 'South')).toEqual([{ code: 'STATEMENTS_DIFFER', links: ['B > X'] }]);
  });
});
