import type { Audience } from '@downstream/graph-schema/audience';
import type { StoredItem } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import type { MapSettings } from '@downstream/graph-schema/map';
import type { Party, PartyKind } from '@downstream/graph-schema/party';
import type { Statement } from '@downstream/graph-schema/statement';
import neo4j from 'neo4j-driver';

/**
 * The one place that turns items into properties of nodes and relationships and back. The names here are a closed
 * list, so no text of a user ever becomes part of a query; the compiler sees to it that no field is forgotten.
 */

/** How a field is kept. Whole numbers are kept as integers, so that Cypher counts in whole minutes. */
type Kept = 'text' | 'integer' | 'float';

type FieldOf<T> = T extends unknown ? keyof T : never;

/** Where the graph itself says it (label, ends of a relationship), no property repeats it. */
const mapFields: Record<Exclude<keyof MapSettings, 'type' | 'id'>, Kept> = {
  name: 'text',
  mission: 'text',
  dayLength: 'integer',
  weekLength: 'integer',
};

const partyFields: Record<Exclude<FieldOf<Party>, 'type' | 'id' | 'kind' | 'position'>, Kept> = {
  name: 'text',
  purpose: 'text',
  group: 'text',
  buffer: 'integer',
  catchRate: 'float',
  weight: 'float',
  feltAs: 'text',
};

const linkFields: Record<Exclude<keyof Link, 'type' | 'id' | 'provider' | 'customer'>, Kept> = {
  output: 'text',
  dependence: 'text',
  alternativeGroup: 'text',
  switchTime: 'integer',
  leadTime: 'integer',
  handshake: 'text',
};

const statementFields: Record<Exclude<keyof Statement, 'type' | 'id'>, Kept> = {
  link: 'text',
  side: 'text',
  text: 'text',
  slack: 'integer',
  defectPass: 'float',
};

export const labelOfKind: Record<PartyKind, string> = {
  team: 'Team',
  'external-customer': 'ExternalCustomer',
  supplier: 'Supplier',
};

export type Properties = Record<string, unknown>;

/** The properties of an item but those that identify it; null where a field is absent, so that `+=` takes it away. */
export function propertiesOf({ item, version, audience }: StoredItem): Properties {
  const kept = { version: neo4j.int(version), audience };
  switch (item.type) {
    case 'map':
      return { ...fieldsTo(mapFields, item), ...kept };
    case 'party':
      return {
        ...fieldsTo(partyFields, item),
        positionX: item.position?.x ?? null,
        positionY: item.position?.y ?? null,
        ...kept,
      };
    case 'link':
      return { ...fieldsTo(linkFields, item), ...kept };
    case 'statement':
      return { ...fieldsTo(statementFields, item), ...kept };
  }
}

export function storedMap(properties: Properties): StoredItem {
  const item = { type: 'map', id: properties['id'], ...fieldsFrom(mapFields, properties) };
  return stored(item as MapSettings, properties);
}

export function storedParty(properties: Properties, labels: readonly string[]): StoredItem {
  const { positionX: x, positionY: y } = properties;
  const kind = (Object.keys(labelOfKind) as PartyKind[]).find((one) => labels.includes(labelOfKind[one]));
  const item = {
    type: 'party',
    id: properties['id'],
    kind,
    ...fieldsFrom(partyFields, properties),
    ...(typeof x === 'number' && typeof y === 'number' && { position: { x, y } }),
  };
  return stored(item as Party, properties);
}

export function storedLink(properties: Properties, provider: string, customer: string): StoredItem {
  const item = {
    type: 'link',
    id: properties['id'],
    provider,
    customer,
    ...fieldsFrom(linkFields, properties),
  };
  return stored(item as Link, properties);
}

export function storedStatement(properties: Properties): StoredItem {
  const item = { type: 'statement', id: properties['id'], ...fieldsFrom(statementFields, properties) };
  return stored(item as Statement, properties);
}

const stored = (item: StoredItem['item'], { version, audience }: Properties): StoredItem => ({
  item,
  version: version as number,
  audience: audience as Audience,
});

function fieldsTo(fields: Record<string, Kept>, item: object): Properties {
  const values = item as Record<string, unknown>;
  const properties: Properties = {};
  for (const [field, kept] of Object.entries(fields)) {
    const value = values[field];
    properties[field] = typeof value === 'number' && kept === 'integer' ? neo4j.int(value) : (value ?? null);
  }
  return properties;
}

function fieldsFrom(fields: Record<string, Kept>, properties: Properties): Properties {
  const values: Properties = {};
  for (const field of Object.keys(fields)) {
    const value = properties[field];
    if (value !== undefined && value !== null) values[field] = value;
  }
  return values;
}
