/**
 * What a leader waits for on maps of up to the server's size: the ten links that carry most harm, and advice. Beside
 * it, one plain look at everybody's exposure without each of the ten links, which says the same of them: a list found by
 * trying would take as many of those as the map has links.
 */
import { advice } from '@downstream/ripple/advice';
import { compile } from '@downstream/ripple/compile';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { linkNumber } from '@downstream/ripple/compiled-map';
import { exposureReport } from '@downstream/ripple/exposure';
import { weakLinks } from '@downstream/ripple/weak-links';
import { round, tell } from '../measure.js';
import { organisation, withoutNumbers, withSubstitutes } from '../organisation.js';
import { mapsToMeasure } from './maps.js';

const top = 10;
const sizes = { slack: 60, buffer: 60, catchRate: 0.8, switchTime: 60 };
/** Seconds that somebody waits for the first list. */
const patience = 5;

export async function benchWholeMap(graph?: string): Promise<void> {
  const made = [
    { name: '2,000 teams, 4 links each', content: organisation(2_000) },
    { name: '2,000 teams, 10 links each', content: organisation(2_000, 10) },
    { name: '4,750 teams, 10 links each', content: organisation(4_750, 10) },
    { name: '2,000 teams with substitutes', content: withSubstitutes(organisation(2_000)) },
    { name: '4,750 teams with substitutes', content: withSubstitutes(organisation(4_750)) },
    {
      name: '4,750 teams, 10 links each, with substitutes and no numbers',
      content: withoutNumbers(withSubstitutes(organisation(4_750, 10))),
    },
  ];
  for (const { name, content } of graph === undefined ? made : await mapsToMeasure([], graph)) {
    const map = compile(content);
    const delay = { kind: 'delay', minutes: map.dayLength } as const;
    const { seconds, answer } = timed(() => weakLinks(map, delay, top).report);
    const plain = timed(() => answer.links.map(({ link }) => harmWithout(map, link, delay.minutes)));
    const whole = exposureReport(map, delay).harm;
    answer.links.forEach(({ link, harmCarried }, i) => {
      const expected = whole - plain.answer[i]!;
      if (Math.abs(harmCarried - expected) > 1e-6 * whole) {
        throw new Error(`${link} carries ${harmCarried}, but all exposures fall by ${expected} without it.`);
      }
    });
    const size = { parties: map.parties.length, links: map.links.length };
    tell(
      `weak links by delay, ${name}`,
      {
        ...size,
        seconds: round(seconds),
        looksAtAllExposures: round((seconds * top) / plain.seconds),
        wanted: { seconds: patience },
      },
      seconds <= patience,
    );
    const wanted = { disruption: delay, changes: 3, sizes };
    const advised = timed(() => advice(map, wanted)).seconds;
    tell(`advice of three changes, ${name}`, { ...size, seconds: round(advised) }, true);
    if (map.links.length > mostLinksForDefects) continue;
    const defect = timed(() => weakLinks(map, { kind: 'defect' }, top)).seconds;
    tell(
      `weak links by defect, ${name}`,
      { ...size, seconds: round(defect), wanted: { seconds: patience } },
      defect <= patience,
    );
  }
}

/** Larger maps take a minute and more. */
const mostLinksForDefects = 20_000;

function harmWithout(map: CompiledMap, link: string, minutes: number): number {
  const isBlocking = map.isBlocking.with(linkNumber(map, link), 0);
  return exposureReport({ ...map, isBlocking }, { kind: 'delay', minutes }).harm;
}

function timed<Answer>(work: () => Answer): { seconds: number; answer: Answer } {
  const start = performance.now();
  const answer = work();
  return { seconds: (performance.now() - start) / 1_000, answer };
}
