import type { Disruption } from '@downstream/graph-schema/disruption';
import { contentOf, type MapAtRevision } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import { randomMap } from '@downstream/ripple/oracles/random-map';
import { simulate } from '@downstream/ripple/simulate';
import { begin, prepare } from '../../client/src/engine/engine-answer.js';

/** Reports of random maps, one JSON text each: enough of them need to be estimated to compare the draws as well. */
export function randomReports(count: number): string[] {
  return Array.from({ length: count }, (_, seed) => {
    const content = randomMap(seed, 4 + (seed % 20), 4 + (seed % 60));
    const providers = content.parties.filter(({ kind }) => kind !== 'external-customer');
    const disruptions = providers.slice(0, 3).flatMap(({ id }, i): Disruption[] => [
      { party: id, kind: 'delay', minutes: 10 + 17 * i },
      { party: id, kind: 'defect' },
    ]);
    if (disruptions.length === 0) return content.map.name;
    return JSON.stringify(simulate(compile(content), { disruptions, seed: seed + 1, worlds: 1_000 }));
  });
}

/** What the page itself would answer for each team of a map: late by an hour, and faulty. */
async function everyRippleOf(map: string): Promise<{ disruptions: Disruption[]; report: string }[]> {
  const { items } = (await (await fetch(`/api/maps/${map}`)).json()) as MapAtRevision;
  const content = contentOf(items.map(({ item }) => item));
  const prepared = prepare(content);
  const providers = content.parties.filter(({ kind }) => kind !== 'external-customer');
  return providers.map(({ id }) => {
    const disruptions: Disruption[] = [
      { party: id, kind: 'delay', minutes: 60 },
      { party: id, kind: 'defect' },
    ];
    const begun = begin(prepared, disruptions);
    if ('problem' in begun) throw new Error(begun.problem.code);
    return { disruptions, report: JSON.stringify(begun.report) };
  });
}

const browserEngine = { randomReports, everyRippleOf };
export type BrowserEngine = typeof browserEngine;

if (typeof window !== 'undefined') globalThis.browserEngine = browserEngine;
