import { describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { rippleReportSchema } from '@downstream/graph-schema/ripple-report';
import fc from 'fast-check';
import { aMap } from '../../tests/support/a-map.js';
import { checkDisruptions } from './check-disruptions.js';
import { compile } from './compile.js';
import { provenanceByTheBook } from './oracles/plain-provenance.js';
import { drawing, randomMap, randomRequest } from './oracles/random-map.js';
import { simulate } from './simulate.js';
import { Stopped } from './observer.js';

const delay = (party: string, minutes: number) => ({ party, kind: 'delay', minutes }) as const;
const defect = (party: string) => ({ party, kind: 'defect' }) as const;
const asked = (...disruptions: (ReturnType<typeof delay> | ReturnType<typeof defect>)[]) => ({
  disruptions,
  seed: 1,
  worlds: 10_000,
});

const airline = (): MapContent =>
  aMap('A map')
    .team('Loaders')
    .team('Turnaround', { catchRate: 0.6 })
    .team('Crew', { buffer: 5 })
    .team('Tracing')
    .supplier('Scanner line')
    .customer('Passengers', { weight: 2 })
    .serves('Loaders', 'Turnaround', { slack: 10, leadTime: 15, defectPass: 0.5 })
    .serves('Turnaround', 'Crew', { leadTime: 10, defectPass: 1 })
    .serves('Crew', 'Passengers', { leadTime: 15, defectPass: 0.5 })
    .serves('Loaders', 'Tracing', { alternativeGroup: 'scans' })
    .serves('Scanner line', 'Tracing', { alternativeGroup: 'scans', switchTime: 0 })
    .content();

describe('a ripple', () => {
  test('is the report of the contract, its keys in order', () => {
    const report = simulate(
      compile(airline()),
      asked(delay('Loaders', 20), defect('Loaders'), delay('Loaders', 30)),
    );
    expect(JSON.stringify(report, null, 1)).toMatchSnapshot();
  });

  test('leaves out the kind that was not asked', () => {
    const map = compile(airline());
    expect(Object.keys(simulate(map, asked(delay('Loaders', 30))))).toEqual([
      'map',
      'disruptions',
      'delay',
      'provenance',
      'findings',
    ]);
    expect(Object.keys(simulate(map, asked(defect('Loaders'))))).toEqual([
      'map',
      'disruptions',
      'defect',
      'provenance',
      'findings',
    ]);
  });

  test('of two delays of one party is that of the larger, however they are ordered', () => {
    const map = compile(airline());
    const once = simulate(map, asked(delay('Loaders', 30)));
    expect(simulate(map, asked(delay('Loaders', 5), delay('Loaders', 30)))).toEqual(once);
    expect(simulate(map, asked(delay('Loaders', 30), delay('Loaders', 5)))).toEqual(once);
  });

  test('that comes back to its origin adds nothing', () => {
    const map = compile(
      aMap('A map').team('A').team('B').serves('A', 'B', { slack: 5 }).serves('B', 'A').content(),
    );
    expect(simulate(map, asked(delay('A', 60))).delay).toMatchObject({
      hits: [
        { party: 'A', minutes: 60, at: 0, through: null },
        { party: 'B', minutes: 55 },
      ],
      multiplier: 115 / 60,
    });
  });

  test('is refused, as data, for who is not there and for who only feels it', () => {
    expect(
      checkDisruptions(compile(airline()), [delay('Loaders', 1), defect('Nobody'), defect('Passengers')]),
    ).toEqual([
      { code: 'UNKNOWN_PARTY', index: 1, message: 'no party is called "Nobody"' },
      {
        code: 'DISRUPTION_INVALID',
        index: 2,
        message: '"Passengers" is an external customer and only feels what others do',
      },
    ]);
  });

  test('stops where it is told to', () => {
    const map = compile(randomMap(1, 200, 2_000));
    const origin = map.parties.find(({ kind }) => kind === 'team')!.id;
    expect(() => simulate(map, asked(defect(origin)), { shouldStop: () => true })).toThrow(Stopped);
  });
});

describe('findings', () => {
  const codes = (content: MapContent, ...disruptions: ReturnType<typeof delay>[]) =>
    simulate(compile(content), asked(...disruptions)).findings;

  test('all numbers assumed, and nobody outside hit', () => {
    const content = aMap('A map').team('A').team('B').serves('A', 'B').content();
    expect(codes(content, delay('A', 5))).toEqual([{ code: 'ALL_ASSUMED' }, { code: 'NO_CUSTOMER_HIT' }]);
  });

  test('nothing was assumed where nothing was counted', () => {
    expect(codes(aMap('A map').team('A').content(), delay('A', 5))).toEqual([{ code: 'NO_CUSTOMER_HIT' }]);
  });

  test('customers who all count nothing', () => {
    const content = aMap('A map').team('A').customer('C', { weight: 0 }).serves('A', 'C').content();
    expect(codes(content, delay('A', 5))).toEqual([{ code: 'ALL_WEIGHTS_ZERO' }]);
  });

  test('each loop in which nothing absorbs, among those who are late', () => {
    const content = aMap('A map')
      .team('A')
      .team('B')
      .team('C')
      .team('D')
      .team('E')
      .team('F')
      .customer('X')
      .serves('D', 'B')
      .serves('B', 'D')
      .serves('A', 'C')
      .serves('C', 'A')
      .serves('A', 'D', { slack: 1 })
      .serves('E', 'F')
      .serves('F', 'E')
      .serves('D', 'X')
      .content();
    expect(codes(content, delay('A', 9))).toEqual([
      { code: 'LOOP_WITHOUT_SLACK', parties: ['A', 'C'] },
      { code: 'LOOP_WITHOUT_SLACK', parties: ['B', 'D'] },
    ]);
  });

  test('links on which the two sides state different numbers', () => {
    const content = aMap('A map').team('A').customer('X').serves('A', 'X', { slack: 5 }).content();
    const link = content.links[0]!.id;
    content.statements.push({ type: 'statement', id: `${link}/customer`, link, side: 'customer', slack: 0 });
    expect(codes(content, delay('A', 9))).toEqual([{ code: 'STATEMENTS_DIFFER', links: [link] }]);
  });
});

test('provenance counts what the rules list, each number once', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 1, max: 40 }),
      (seed, parties, links) => {
        const content = randomMap(seed, parties, links);
        const request = randomRequest(seed, content);
        if (!request) return;
        const { delay: late, defect: spoiled, provenance } = simulate(compile(content), request);
        const who = (hits: { party: string }[] | undefined) =>
          hits && new Set(hits.map(({ party }) => party));
        expect(provenance).toEqual(provenanceByTheBook(content, who(late?.hits), who(spoiled?.hits)));
      },
    ),
    { numRuns: 1_000, seed: 4 },
  );
});

test('the order in which a map was written changes no byte, and every report fits its schema', () => {
  for (let seed = 0; seed < 150; seed++) {
    const content = randomMap(seed, 12, 30);
    const request = randomRequest(seed, content);
    if (!request) continue;
    const bytes = JSON.stringify(simulate(compile(content), request));
    const draw = drawing(seed + 1);
    draw.shuffle(content.parties);
    draw.shuffle(content.links);
    draw.shuffle(content.statements);
    draw.shuffle(request.disruptions);
    expect(JSON.stringify(simulate(compile(content), request))).toBe(bytes);
    expect(JSON.stringify(rippleReportSchema.parse(JSON.parse(bytes)))).toBe(bytes);
  }
});
