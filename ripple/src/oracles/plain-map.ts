import type { MapContent } from '@downstream/graph-schema/map-content';

/** A link with its effective numbers, read straight off the model's page; shares nothing with the engine. */
export interface PlainLink {
  id: string;
  u: string;
  v: string;
  s: number;
  h: number;
  w: number;
  p: number;
  isPrimaryOrAlone: boolean;
  isBlocking: boolean;
  group: string | undefined;
}

export interface PlainMap {
  ids: string[];
  links: PlainLink[];
  /** Buffers; an external customer's is 0. */
  b: Record<string, number>;
  weight: Record<string, number>;
  isCustomer: Record<string, boolean>;
}

export function plainMap(content: MapContent): PlainMap {
  const b: Record<string, number> = {};
  const c: Record<string, number> = {};
  const weight: Record<string, number> = {};
  const isCustomer: Record<string, boolean> = {};
  for (const party of content.parties) {
    const external = party.kind === 'external-customer';
    isCustomer[party.id] = external;
    b[party.id] = external ? 0 : (party.buffer ?? 0);
    c[party.id] = external ? 0 : (party.catchRate ?? 0);
    weight[party.id] = external ? (party.weight ?? 1) : 0;
  }
  const links = content.links.map((link): PlainLink => {
    const said = (side: string) => content.statements.find((x) => x.link === link.id && x.side === side);
    const [expects, commits] = [said('customer'), said('provider')];
    const s = expects?.slack ?? commits?.slack ?? 0;
    const l = expects?.defectPass ?? commits?.defectPass ?? 0.5;
    const isPrimaryOrAlone = link.switchTime === undefined;
    return {
      id: link.id,
      u: link.provider,
      v: link.customer,
      s,
      h: link.leadTime ?? 0,
      w: link.switchTime ?? 0,
      p: isPrimaryOrAlone ? l * (1 - c[link.customer]!) : 0,
      isPrimaryOrAlone,
      isBlocking: link.dependence !== 'helpful',
      group: link.alternativeGroup,
    };
  });
  return { ids: content.parties.map(({ id }) => id).sort(), links, b, weight, isCustomer };
}

/** The groups of blocking inputs of v; a link without a group is a group of one. */
export function groupsInto(map: PlainMap, v: string): PlainLink[][] {
  const into = map.links.filter((link) => link.v === v && link.isBlocking);
  const names = new Set(into.flatMap(({ group }) => (group === undefined ? [] : [group])));
  return [
    ...into.filter(({ group }) => group === undefined).map((link) => [link]),
    ...[...names].map((name) => into.filter(({ group }) => group === name)),
  ];
}

export const lateness = (delta: Record<string, number>, e: PlainLink): number =>
  Math.max(0, delta[e.u]! - e.s);

export const groupValue = (delta: Record<string, number>, members: PlainLink[]): number =>
  Math.min(...members.map((e) => Math.max(e.w, lateness(delta, e))));
