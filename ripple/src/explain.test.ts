import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import fc from 'fast-check';
import i18next from 'i18next';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import type { Explanation } from './explain.js';
import { chainTo, explain } from './explain.js';
import { messages } from './messages.js';
import { randomMap, randomRequest } from './oracles/random-map.js';
import type { Phrase } from './phrase.js';
import { inWords } from './phrase.js';
import { playedOrder } from './played-order.js';
import { simulate } from './simulate.js';

beforeAll(() =>
  i18next.init({
    lng: 'en',
    resources: { en: { translation: messages } },
    interpolation: { escapeValue: false },
  }),
);

const say = (phrase: Phrase): string => inWords(phrase, (key, values) => i18next.t(key, values));

const late = (party: string, minutes: number): Disruption => ({ party, kind: 'delay', minutes });
const spoiled = (party: string): Disruption => ({ party, kind: 'defect' });

function told(content: MapContent, ...disruptions: Disruption[]): Explanation {
  const map = compile(content);
  return explain(map, simulate(map, { disruptions, seed: 1, worlds: 10_000 }));
}

/** What a person reads about one party. */
const about = (explanation: Explanation, party: string): string =>
  [...(explanation.delay?.traces ?? []), ...(explanation.defect?.traces ?? [])]
    .filter((trace) => trace.party === party)
    .flatMap(({ words }) => words.map(say))
    .join(' ');

const airline = aMap('Airline')
  .team('Bag loaders')
  .team('Turnaround control', { catchRate: 0.6 })
  .team('Flight crew', { buffer: 5 })
  .team('Bag tracing')
  .team('Crew scheduling', { buffer: 60 })
  .team('Gate agents')
  .supplier('Bag screening')
  .customer('Connecting passengers', { weight: 3, feltAs: 'miss their connection.' })
  .customer('Families')
  .serves('Bag loaders', 'Turnaround control', { output: 'loaded hold', slack: 10, leadTime: 15 })
  .serves('Turnaround control', 'Flight crew', { output: 'plane ready to go', leadTime: 10 })
  .serves('Turnaround control', 'Gate agents', { output: 'boarding time', dependence: 'helpful', slack: 5 })
  .serves('Flight crew', 'Connecting passengers', { output: '', leadTime: 15 })
  .serves('Flight crew', 'Crew scheduling', { output: 'hours flown', slack: 10 })
  .serves('Flight crew', 'Families', { output: 'landing time', slack: 20 })
  .serves('Bag loaders', 'Bag tracing', { output: 'scans', alternativeGroup: 'scans' })
  .serves('Bag screening', 'Bag tracing', { output: 'second line', alternativeGroup: 'scans', switchTime: 0 })
  .content();

describe('a delay, told', () => {
  const explanation = told(airline, late('Bag loaders', 30));

  test('leads with the customer who is harmed most, in that customer’s own words', () => {
    expect(explanation.headlines.map(({ words }) => say(words))).toEqual([
      'Connecting passengers may miss their connection: 15 minutes late.',
    ]);
    expect(explanation.asked.map(say)).toEqual(['Bag loaders: 30 minutes late.']);
    expect(explanation.delay!.verdicts.map(({ words }) => say(words))).toEqual([
      'Connecting passengers may miss their connection: 15 minutes late.',
      'It stops just before Families.',
    ]);
  });

  test.each([
    ['Bag loaders', 'Bag loaders: 30 minutes late. This is where it begins.'],
    [
      'Turnaround control',
      'Turnaround control: 20 minutes late. Loaded hold from Bag loaders came 30 minutes late; slack absorbed 10 minutes.',
    ],
    [
      'Flight crew',
      'Flight crew: 15 minutes late. Plane ready to go from Turnaround control came 20 minutes late; Flight crew made up 5 minutes.',
    ],
    [
      'Connecting passengers',
      'Connecting passengers: 15 minutes late. Work from Flight crew came 15 minutes late, and nothing absorbed it.',
    ],
    [
      'Bag tracing',
      'Bag tracing: spared, with Bag screening (second line) to switch to. Scans from Bag loaders came 30 minutes late.',
    ],
    [
      'Crew scheduling',
      'Crew scheduling: spared. Hours flown from Flight crew came 15 minutes late; slack absorbed 10 minutes, and Crew scheduling made up the other 5 minutes.',
    ],
    [
      'Families',
      'Families: spared. Landing time from Flight crew came 15 minutes late; slack absorbed all of it.',
    ],
    [
      'Gate agents',
      'Gate agents: not late, but without help. Boarding time from Turnaround control came 20 minutes late, 5 minutes of it absorbed by slack; the work goes on without it.',
    ],
  ])('%s', (party, words) => expect(about(explanation, party)).toBe(words));

  test('adds up, and says what it rests on', () => {
    expect(explanation.delay!.summary.map(say)).toEqual([
      '30 minutes of delay became 1 h 20 min across 4 parties.',
      'Harm under this ripple: 45 weighted minutes of external customers.',
    ]);
    expect(say(explanation.provenance.words)).toBe(
      'Rests on 20 numbers: 0 agreed, 10 declared by one side, 10 assumed.',
    );
    expect(explanation.provenance.numbers).toHaveLength(20);
    expect(explanation.provenance.numbers).toContainEqual({
      type: 'link',
      id: 'Flight crew > Connecting passengers',
      field: 'slack',
      origin: 'assumed',
    });
  });

  test('lights the chain that brought it, and plays it by the clock', () => {
    const map = compile(airline);
    expect(chainTo(map, explanation.delay, 'Connecting passengers')).toEqual([
      'Bag loaders > Turnaround control',
      'Turnaround control > Flight crew',
      'Flight crew > Connecting passengers',
    ]);
    expect(playedOrder(map, explanation).map(({ party, at, from }) => [at, party, from])).toEqual([
      [0, 'Bag loaders', null],
      [15, 'Turnaround control', 'Bag loaders'],
      [25, 'Flight crew', 'Turnaround control'],
      [40, 'Connecting passengers', 'Flight crew'],
    ]);
  });
});

describe('substitutes, told', () => {
  const kitchen = (standbyDelay: number) =>
    told(
      aMap('Kitchen')
        .team('Market')
        .team('Freezer')
        .team('Cooks')
        .serves('Market', 'Cooks', { output: 'fresh fish', alternativeGroup: 'fish' })
        .serves('Freezer', 'Cooks', { output: 'frozen fish', alternativeGroup: 'fish', switchTime: 20 })
        .content(),
      late('Market', 60),
      ...(standbyDelay > 0 ? [late('Freezer', standbyDelay)] : []),
    );

  test('one that takes time to switch to', () => {
    expect(about(kitchen(0), 'Cooks')).toBe(
      'Cooks: 20 minutes late. Fresh fish from Market came 1 hour late; switching to Freezer (frozen fish) saved 40 minutes.',
    );
  });

  test('one that is late itself', () => {
    expect(about(kitchen(45), 'Cooks')).toBe(
      'Cooks: 45 minutes late. Frozen fish from Freezer came 45 minutes late, and nothing absorbed it. This was the substitute: Fresh fish from Market would have held things up longer, at 1 hour late.',
    );
  });
});

test('a defect, told', () => {
  const explanation = told(airline, spoiled('Bag loaders'));
  expect(about(explanation, 'Bag loaders')).toBe('Bag loaders: the defect begins here.');
  expect(about(explanation, 'Connecting passengers')).toBe(
    'Connecting passengers: hit with a chance of 5\u00a0%. One way it gets there: Bag loaders → Turnaround control → Flight crew → Connecting passengers.',
  );
  expect(about(explanation, 'Turnaround control')).toBe(
    'Turnaround control: hit with a chance of 20\u00a0%. One way it gets there: Bag loaders → Turnaround control. Checks there catch 60\u00a0% of the defects that come in.',
  );
  expect(explanation.headlines.map(({ words }) => say(words))).toEqual([
    'Connecting passengers may miss their connection: a chance of 5\u00a0%.',
  ]);
  expect(explanation.defect!.summary.map(say)).toEqual([
    'The defect may reach 7 other parties.',
    'Harm under this ripple: 0.2 weighted external customers, on average.',
    'These chances are exact.',
  ]);
});

test('nobody feels it, and says so', () => {
  const explanation = told(aMap('Alone').team('A').content(), late('A', 5));
  expect(explanation.headlines.map(({ words }) => say(words))).toEqual(['No external customer feels it.']);
  expect(explanation.delay!.summary.map(say)).toEqual(['Nobody else is late.']);
  expect(say(explanation.provenance.words)).toBe(
    'Rests on no numbers: nothing goes further than where it begins.',
  );
});

describe('on random maps', () => {
  const explained = fc
    .tuple(fc.nat(), fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 40 }))
    .map(([seed, parties, links]) => {
      const content = randomMap(seed, parties, links);
      const request = randomRequest(seed, content);
      if (!request) return undefined;
      const map = compile(content);
      const report = simulate(map, request);
      return { map, report, explanation: explain(map, report) };
    });

  test('what came in, less what was absorbed, is how late a party is', () => {
    let checked = 0;
    fc.assert(
      fc.property(explained, (found) => {
        for (const trace of found?.explanation.delay?.traces ?? []) {
          if (!trace.input || trace.outcome === 'inconvenienced') continue;
          const absorbed = trace.absorbed.reduce((sum, { minutes }) => sum + minutes, 0);
          expect(trace.input.minutes - absorbed).toBe(trace.minutes);
          for (const step of trace.absorbed) expect(found!.explanation.delay!.absorbed).toContainEqual(step);
          checked += 1;
        }
      }),
      { numRuns: 500, seed: 5 },
    );
    expect(checked).toBeGreaterThan(500);
  });

  test('every chain begins where something was declared, and every sentence has its words', () => {
    fc.assert(
      fc.property(explained, (found) => {
        if (!found) return;
        const { map, report, explanation } = found;
        for (const kind of ['delay', 'defect'] as const) {
          const origins = report.disruptions.filter((x) => x.kind === kind).map(({ party }) => party);
          for (const { party } of report[kind]?.hits ?? []) {
            const chain = chainTo(map, explanation[kind], party);
            const links = chain.map((id) => map.links.find((link) => link.id === id)!);
            expect(origins).toContain(links[0]?.provider ?? party);
            links.forEach((link, i) => expect(link.customer).toBe(links[i + 1]?.provider ?? party));
          }
        }
        const sentences = phrasesIn(explanation).map(say);
        expect(sentences.join('\n')).not.toMatch(/\{\{|undefined|NaN|[a-z]+\.[a-zA-Z]+$/m);
        const { agreed, declared, assumed } = report.provenance;
        expect(explanation.provenance.numbers).toHaveLength(agreed + declared + assumed);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  test('beats run by the clock, and a party’s provider comes before it', () => {
    fc.assert(
      fc.property(explained, (found) => {
        if (!found) return;
        for (const kind of ['delay', 'defect'] as const) {
          const beats = playedOrder(found.map, found.explanation).filter((beat) => beat.kind === kind);
          expect(beats).toHaveLength(found.report[kind]?.hits.length ?? 0);
          const seen = new Set<string>();
          let clock = 0;
          for (const { party, at, from } of beats) {
            expect(at).toBeGreaterThanOrEqual(clock);
            if (from !== null) expect(seen).toContain(from);
            clock = at;
            seen.add(party);
          }
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

function phrasesIn(explanation: Explanation): Phrase[] {
  const { headlines, asked, delay, defect, findings, provenance, limits } = explanation;
  return [
    ...headlines.map(({ words }) => words),
    ...asked,
    ...(delay?.traces ?? []).flatMap(({ words }) => words),
    ...(defect?.traces ?? []).flatMap(({ words }) => words),
    ...[delay, defect].flatMap((part) => part?.verdicts.map(({ words }) => words) ?? []),
    ...[delay, defect].flatMap((part) => part?.summary ?? []),
    ...findings,
    provenance.words,
    limits,
  ];
}
