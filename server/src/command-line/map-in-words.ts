import { byCodeUnit } from '@downstream/graph-schema/text';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import { originCode, type CompiledMap } from '@downstream/ripple/compiled-map';
import { condensationOrder } from '@downstream/ripple/condensation-order';
import { printable } from './plain-text.js';

/** What a sound map file holds, and what is worth a second look in it. */
export function mapInWords(content: MapContent): string {
  const map = compile(content);
  const { name, mission } = content.map;
  const lines = [
    name,
    ...(mission === undefined ? [] : [mission]),
    '',
    `${counted(map.parties.length, 'party', 'parties')}: ${kinds(content)}`,
    `${counted(map.links.length, 'link', 'links')}, ${counted(new Set(map.group.filter((g) => g >= 0)).size, 'group', 'groups')} of alternatives`,
    numbersStated(map),
    ...worthALook(content, map).map((line) => `! ${line}`),
  ];
  return printable(lines.join('\n'));
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function kinds({ parties }: MapContent): string {
  const count = (kind: string) => parties.filter((party) => party.kind === kind).length;
  return [
    counted(count('team'), 'team', 'teams'),
    counted(count('external-customer'), 'external customer', 'external customers'),
    counted(count('supplier'), 'supplier', 'suppliers'),
  ].join(', ');
}

/** All numbers of the map that have an origin; those of parties that lack the field are no numbers of theirs. */
function numbersStated(map: CompiledMap): string {
  const counts = { agreed: 0, declared: 0, assumed: 0 };
  const count = (origins: Uint8Array, has: (index: number) => boolean = () => true) => {
    for (let index = 0; index < origins.length; index++) {
      if (!has(index)) continue;
      if (origins[index] === originCode.agreed) counts.agreed++;
      else if (origins[index] === originCode.declared) counts.declared++;
      else counts.assumed++;
    }
  };
  count(map.slackOrigin);
  count(map.defectPassOrigin);
  count(map.leadTimeOrigin);
  const isCustomer = (party: number): boolean => map.isCustomer[party] === 1;
  count(map.weightOrigin, isCustomer);
  count(map.bufferOrigin, (party) => !isCustomer(party));
  count(map.catchRateOrigin, (party) => !isCustomer(party));
  const { agreed, declared, assumed } = counts;
  return `${agreed + declared} numbers stated (${agreed} agreed, ${declared} declared), ${assumed} assumed`;
}

/** More names than these are counted instead. */
const mostNames = 5;

function worthALook({ parties, links }: MapContent, map: CompiledMap): string[] {
  const provides = new Set(links.map(({ provider }) => provider));
  const depends = new Set(links.map(({ customer }) => customer));
  const customers = parties.filter(({ kind }) => kind === 'external-customer');
  const unserved = customers.filter(({ id }) => !depends.has(id));
  const isolated = parties.filter(
    ({ id, kind }) => kind !== 'external-customer' && !provides.has(id) && !depends.has(id),
  );
  const differing = map.links.filter((_, index) => map.statementsDiffer[index] === 1);
  return [
    ...(customers.length === 0
      ? ['There is no external customer: nobody on this map pays for the rest.']
      : []),
    ...(unserved.length > 0 ? [`Nobody serves ${listed(unserved.map(({ name }) => name))}.`] : []),
    ...(isolated.length > 0 ? [`No link touches ${listed(isolated.map(({ name }) => name))}.`] : []),
    ...loopsWithoutSlack(map).map((names) => `A loop in which nothing absorbs: ${listed(names)}.`),
    ...(differing.length > 0
      ? [
          `The two sides state different numbers on ${counted(differing.length, 'link', 'links')}: ${listed(differing.map(({ id }) => id))}.`,
        ]
      : []),
  ];
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ');
}

function loopsWithoutSlack(map: CompiledMap): string[][] {
  const everyone = Int32Array.from(map.parties.keys());
  const absorbsNothing = (link: number): boolean =>
    map.isBlocking[link] === 1 && map.slack[link] === 0 && map.buffer[map.customer[link]!] === 0;
  const { parties, start } = condensationOrder(map, everyone, absorbsNothing);
  const loops: string[][] = [];
  for (let component = 0; component + 1 < start.length; component++) {
    const members = parties.subarray(start[component], start[component + 1]);
    if (members.length > 1) loops.push(Array.from(members, (v) => map.parties[v]!.name).sort(byCodeUnit));
  }
  return loops;
}
