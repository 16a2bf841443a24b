import { expect, test } from '@jest/globals';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import { advice } from '@downstream/ripple/advice';
import { compile } from '@downstream/ripple/compile';
import { partyNumber } from '@downstream/ripple/compiled-map';
import { mapFindings } from '@downstream/ripple/map-findings';
import { toleranceReport } from '@downstream/ripple/tolerance';
import { weakLinks } from '@downstream/ripple/weak-links';
import { sampleMaps } from '@downstream/seed/sample-maps';

const maps = new Map((await sampleMaps()).map((content) => [content.map.id, compile(content)]));
const sample = (id: string) => maps.get(id)!;
const aDayLate = { kind: 'delay', minutes: 480 } as const;
const aDefect = { kind: 'defect' } as const;
const usual = { slack: 60, buffer: 60, catchRate: 0.8, switchTime: 60 };

const weakest = (id: string, disruption: ReferenceDisruption, top: number): string[] =>
  weakLinks(sample(id), disruption, top).report.links.map(({ link }) => link);
const advised = (id: string, disruption: ReferenceDisruption, changes: number) =>
  advice(sample(id), { changes, disruption, sizes: usual });

test('airline: the plane waits at the turnaround, on what the loaders hand it; a wrong bag comes out at the belt', () => {
  expect(weakest('airline-lost-bag', aDayLate, 3)).toEqual([
    'turnaround-to-crew',
    'loaders-to-turnaround',
    'screening-to-loaders',
  ]);
  expect(weakest('airline-lost-bag', aDefect, 3)).toEqual([
    'arrival-to-belt',
    'transfer-to-connecting',
    'loaders-to-arrival',
  ]);
  const connecting = partyNumber(sample('airline-lost-bag'), 'connecting-passengers');
  const { parties } = toleranceReport(sample('airline-lost-bag'), connecting);
  expect(parties.find(({ party }) => party === 'bag-loaders')?.minutes).toBe(15);
});

test('hospital: patients wait where tubes are carried to the blood draw', () => {
  const first = weakest('hospital-blood-draw', aDayLate, 3);
  expect(first[0]).toBe('nurses-to-ward-patients');
  expect(first).toContain('porters-to-blood-draw');
  expect(advised('hospital-blood-draw', aDayLate, 3).changes.map(({ target }) => target)).toContain(
    'porters-to-blood-draw',
  );
});

test('restaurant: guests judge the kitchen by the restroom', () => {
  expect(weakest('restaurant-cleaning-rota', aDefect, 1)).toEqual(['cleaning-to-guests']);
});

test('card issuer: an error in accounting reaches cardholders in the bill, so it is checked before it is printed', () => {
  const first = weakest('card-issuer-overcharge', aDefect, 3);
  expect(first[0]).toBe('statements-to-cardholders');
  expect(first).toContain('accounting-to-billing');
  expect(advised('card-issuer-overcharge', aDefect, 1).changes[0]).toMatchObject({
    kind: 'check',
    target: 'billing',
  });
});

test('magazine: everything leaves by one door, and two teams wait for each other', () => {
  expect(weakest('magazine-at-war', aDayLate, 2)).toEqual(['dispatch-to-subscribers', 'printer-to-dispatch']);
  const findings = mapFindings(sample('magazine-at-war'));
  expect(findings).toContainEqual({ code: 'LOOP_WITHOUT_SLACK', parties: ['editors', 'production'] });
  const differing = findings.find(({ code }) => code === 'STATEMENTS_DIFFER');
  expect(differing).toMatchObject({
    links: expect.arrayContaining(['editors-to-production', 'production-to-editors']) as unknown,
  });
});

test('product company: the parcel is what households wait for, and a few changes take off a good part of all harm', () => {
  expect(weakest('product-company', aDayLate, 2)).toEqual([
    'shipping-to-households',
    'packaging-to-shipping',
  ]);
  const { harm, changes } = advised('product-company', aDayLate, 3);
  expect(changes[0]).toMatchObject({ target: 'shipping-to-households' });
  expect(changes.at(-1)!.harmAfter).toBeLessThan(0.75 * harm);
});
