import type { Disruption, RippleRequest } from '@downstream/graph-schema/disruption';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import type { Statement } from '@downstream/graph-schema/statement';
import { statementId } from '@downstream/graph-schema/statement';

/**
 * A small map made from a seed, the same on every machine: loops, substitutes, switch times, ties, zero leads,
 * both sides' statements, in no particular order. For tests, here and in a browser.
 */
export function randomMap(seed: number, parties: number, links: number): MapContent {
  const draw = drawing(seed);
  const content: MapContent = {
    map: { type: 'map', id: `random-${seed}`, name: `Random map ${seed}` },
    parties: [],
    links: [],
    statements: [],
  };
  for (let i = 0; i < parties; i++) content.parties.push(randomParty(draw, i));
  const providers = content.parties.filter(({ kind }) => kind !== 'external-customer');
  const customers = content.parties.filter(({ kind }) => kind !== 'supplier');
  if (providers.length === 0 || customers.length < 2) return content;

  const groups = new Map<string, number>();
  for (let i = 0; i < links; i++) {
    const provider = draw.oneOf(providers);
    const customer = draw.oneOf(customers);
    if (provider === customer) continue;
    const link: Link = {
      type: 'link',
      id: `l${draw.below(1_000)}-${i}`,
      provider: provider.id,
      customer: customer.id,
      output: draw.chance(0.1) ? '' : `output ${i}`,
      handshake: draw.oneOf(['declared', 'declared', 'confirmed', 'adjusted', 'disputed']),
    };
    if (draw.chance(0.6)) link.leadTime = draw.oneOf([0, 0, 5, 5, 10, 30]);
    if (draw.chance(0.35)) {
      const name = draw.oneOf(['a', 'b']);
      const key = `${customer.id} ${name}`;
      const members = groups.get(key) ?? 0;
      groups.set(key, members + 1);
      link.alternativeGroup = name;
      if (members > 0) link.switchTime = draw.oneOf([0, 5, 10, 10, 20, 45, 90]);
    } else if (draw.chance(0.4)) link.dependence = draw.oneOf(['helpful', 'blocking']);
    content.links.push(link);
    for (const side of ['customer', 'provider'] as const) {
      if (draw.chance(0.5)) content.statements.push(randomStatement(draw, link.id, side));
    }
  }
  for (const link of content.links) {
    // A lone member has nothing to be a substitute for.
    if (groups.get(`${link.customer} ${link.alternativeGroup ?? ''}`) === 1) delete link.alternativeGroup;
  }
  draw.shuffle(content.parties);
  draw.shuffle(content.links);
  return content;
}

/** Disruptions for a random map, some parties named twice; at least one, or nothing where nobody can be disrupted. */
export function randomRequest(seed: number, content: MapContent): RippleRequest | undefined {
  const draw = drawing(seed ^ 0x5bd1e995);
  const able = content.parties.filter(({ kind }) => kind !== 'external-customer');
  if (able.length === 0) return undefined;
  const disruptions: Disruption[] = [];
  for (let i = 1 + draw.below(4); i > 0; i--) {
    const party = draw.oneOf(able).id;
    if (draw.chance(0.7))
      disruptions.push({ party, kind: 'delay', minutes: 1 + draw.oneOf([4, 9, 29, 59, 99, 479]) });
    else disruptions.push({ party, kind: 'defect' });
  }
  return { disruptions, seed: draw.below(1_000), worlds: draw.oneOf([1, 31, 32, 33, 1_000]) };
}

function randomParty(draw: Drawing, i: number): Party {
  const name = { type: 'party', id: `${draw.oneOf(['p', 'P', 'é', 'z'])}${i}`, name: `Party ${i}` } as const;
  if (draw.chance(0.2)) {
    const customer: Party & { kind: 'external-customer' } = { ...name, kind: 'external-customer' };
    if (draw.chance(0.5)) customer.weight = draw.oneOf([0, 0, 0.5, 1, 2.25]);
    if (draw.chance(0.5)) customer.feltAs = 'wait in the rain';
    return customer;
  }
  const worker: Exclude<Party, { kind: 'external-customer' }> = {
    ...name,
    kind: draw.chance(0.1) ? 'supplier' : 'team',
  };
  if (draw.chance(0.4)) worker.buffer = draw.oneOf([0, 0, 5, 10, 30]);
  if (draw.chance(0.5)) worker.catchRate = draw.oneOf([0, 0.2, 0.5, 1]);
  return worker;
}

function randomStatement(draw: Drawing, link: string, side: 'customer' | 'provider'): Statement {
  const statement: Statement = { type: 'statement', id: statementId(link, side), link, side };
  if (draw.chance(0.6)) statement.slack = draw.oneOf([0, 0, 0, 5, 10, 30, 60]);
  if (draw.chance(0.6)) statement.defectPass = draw.oneOf([0, 0.1, 0.3, 0.5, 0.75, 1, 1]);
  return statement;
}

export interface Drawing {
  /** A whole number from 0 up to, not with, `bound`. */
  below(bound: number): number;
  chance(p: number): boolean;
  oneOf<T>(items: readonly T[]): T;
  shuffle(items: unknown[]): void;
}

/** A sequence of draws made from a seed by integer operations only. */
export function drawing(seed: number): Drawing {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let x = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return (x ^ (x >>> 15)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    chance: (p) => next() / 4_294_967_296 < p,
    oneOf: (items) => items[below(items.length)]!,
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [items[i], items[j]] = [items[j], items[i]];
      }
    },
  };
}
