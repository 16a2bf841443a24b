import type { MapContent } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import { originCode, type CompiledMap } from '@downstream/ripple/compiled-map';
import { mapFindingPhrase } from '@downstream/ripple/explain-whole-map';
import { mapFindings } from '@downstream/ripple/map-findings';
import { inWords } from '@downstream/ripple/phrase';
import { printable } from './plain-text.js';
import { englishTranslate } from './translate.js';

/** What a sound map file holds, and what is worth a second look in it. */
export async function mapInWords(content: MapContent): Promise<string> {
  const translate = await englishTranslate();
  const map = compile(content);
  const { name, mission } = content.map;
  const lines = [
    name,
    ...(mission === undefined ? [] : [mission]),
    '',
    `${counted(map.parties.length, 'party', 'parties')}: ${kinds(content)}`,
    `${counted(map.links.length, 'link', 'links')}, ${counted(new Set(map.group.filter((g) => g >= 0)).size, 'group', 'groups')} of alternatives`,
    numbersStated(map),
    ...mapFindings(map).map((finding) => `! ${inWords(mapFindingPhrase(map, finding), translate)}`),
  ];
  return printable(lines.join('\n'));
}

const inDigits = (count: number): string => count.toLocaleString('en');

const counted = (count: number, one: string, many: string): string =>
  `${inDigits(count)} ${count === 1 ? one : many}`;

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
  const stated = `${inDigits(agreed + declared)} numbers stated`;
  return `${stated} (${inDigits(agreed)} agreed, ${inDigits(declared)} declared), ${inDigits(assumed)} assumed`;
}
