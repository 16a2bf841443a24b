import type { Item } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import { itemsOf, type MapContent } from '@downstream/graph-schema/map-content';
import type { MapSettings } from '@downstream/graph-schema/map';
import type { Party } from '@downstream/graph-schema/party';
import { statementId, type Side, type Statement } from '@downstream/graph-schema/statement';

type Team = Extract<Party, { kind: 'team' }>;
type Supplier = Extract<Party, { kind: 'supplier' }>;
type ExternalCustomer = Extract<Party, { kind: 'external-customer' }>;
type Options<T> = Partial<Omit<T, 'type' | 'kind' | 'name'>>;
type Said = Partial<Pick<Statement, 'text' | 'slack' | 'defectPass'>>;
/** `slack` and `defectPass` beside a link's own fields are what its provider states, as in a map file. */
type LinkOptions = Partial<Omit<Link, 'type' | 'provider' | 'customer'>> &
  Pick<Said, 'slack' | 'defectPass'> & { expectation?: Said; commitment?: Said };

/**
 * A map for a test, written as one would tell it: `aMap("Airline").team("Loaders").customer("Passengers")
 * .serves("Loaders", "Passengers", { slack: 10 })`. A party's id is its name, a link's is "Loaders > Passengers"
 * (the second between the same two ends in " 2").
 */
export interface MapBuilder {
  mission(text: string): MapBuilder;
  team(name: string, options?: Options<Team>): MapBuilder;
  supplier(name: string, options?: Options<Supplier>): MapBuilder;
  customer(name: string, options?: Options<ExternalCustomer>): MapBuilder;
  serves(provider: string, customer: string, options?: LinkOptions): MapBuilder;
  content(): MapContent;
  items(): Item[];
}

export function aMap(name: string, options: Partial<Omit<MapSettings, 'type' | 'name'>> = {}): MapBuilder {
  const content: MapContent = {
    map: { type: 'map', id: name, name, ...options },
    parties: [],
    links: [],
    statements: [],
  };
  const party = (added: Party): MapBuilder => {
    content.parties.push(added);
    return builder;
  };
  const state = (link: string, side: Side, said: Said) => {
    content.statements.push({ type: 'statement', id: statementId(link, side), link, side, ...said });
  };
  const builder: MapBuilder = {
    mission(text) {
      content.map.mission = text;
      return builder;
    },
    team: (name, fields = {}) => party({ type: 'party', id: name, kind: 'team', name, ...fields }),
    supplier: (name, fields = {}) => party({ type: 'party', id: name, kind: 'supplier', name, ...fields }),
    customer: (name, fields = {}) =>
      party({ type: 'party', id: name, kind: 'external-customer', name, ...fields }),
    serves(provider, customer, { slack, defectPass, expectation, commitment, ...fields } = {}) {
      const id = fields.id ?? freeLinkId(content, `${provider} > ${customer}`);
      content.links.push({
        type: 'link',
        output: `what ${customer} needs`,
        handshake: 'declared',
        ...fields,
        id,
        provider,
        customer,
      });
      const committed = {
        ...commitment,
        ...(slack === undefined ? {} : { slack }),
        ...(defectPass === undefined ? {} : { defectPass }),
      };
      if (Object.keys(committed).length > 0) state(id, 'provider', committed);
      if (expectation) state(id, 'customer', expectation);
      return builder;
    },
    content: () => structuredClone(content),
    items: () => itemsOf(structuredClone(content)),
  };
  return builder;
}

function freeLinkId(content: MapContent, wish: string): string {
  const taken = new Set(content.links.map((link) => link.id));
  let id = wish;
  for (let next = 2; taken.has(id); next++) id = `${wish} ${next}`;
  return id;
}
