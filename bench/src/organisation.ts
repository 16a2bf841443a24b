import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { statementId, type Statement } from '@downstream/graph-schema/statement';

/** Mulberry32: a seeded generator of numbers in [0, 1), so that every run measures the same maps. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * An organisation-like map: teams in a line, most links to teams a little further down it, 2 % back up it, and
 * 5 % as many external customers as teams. All links block and none is a substitute, so that shortest-path
 * libraries can answer the same question.
 * `linksEach` may be a fraction: that many on average.
 */
export function organisation(teams: number, linksEach = 4, seed = 1): MapContent {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const near = Math.max(10, Math.floor(teams / 25));
  const customers = Math.max(1, Math.floor(teams * 0.05));
  const teamId = (i: number) => `t${String(i).padStart(7, '0')}`;
  const customerId = (i: number) => `x${String(i).padStart(7, '0')}`;
  const parties: Party[] = [];
  const links: Link[] = [];
  const statements: Statement[] = [];
  for (let i = 0; i < teams; i++) {
    const buffer = random() < 0.2 ? { buffer: below(30) } : {};
    parties.push({
      type: 'party',
      id: teamId(i),
      kind: 'team',
      name: `Team ${i}`,
      ...buffer,
      catchRate: 0.2,
    });
  }
  for (let i = 0; i < customers; i++) {
    parties.push({ type: 'party', id: customerId(i), kind: 'external-customer', name: `Customer ${i}` });
  }
  const serve = (provider: string, customer: string) => {
    const id = `l${String(links.length).padStart(8, '0')}`;
    links.push({
      type: 'link',
      id,
      provider,
      customer,
      output: 'work',
      leadTime: below(30),
      handshake: 'declared',
    });
    statements.push({
      type: 'statement',
      id: statementId(id, 'provider'),
      link: id,
      side: 'provider',
      slack: below(60),
      defectPass: 0.2 + 0.2 * random(),
    });
  };
  for (let i = 0; i < teams; i++) {
    const count = Math.floor(linksEach) + (random() < linksEach % 1 ? 1 : 0);
    for (let k = 0; k < count; k++) {
      const back = i > 0 && random() < 0.02;
      const step = 1 + below(near);
      const to = back ? Math.max(0, i - step) : i + step;
      if (to < teams) serve(teamId(i), teamId(to));
      else serve(teamId(i), customerId(below(customers)));
    }
  }
  return { map: { type: 'map', id: 'bench', name: `Organisation of ${teams}` }, parties, links, statements };
}

/** The same, with another provider at hand for what every tenth team is handed first: an hour to switch to it. */
export function withSubstitutes(content: MapContent): MapContent {
  const group = { alternativeGroup: 'either' };
  const links: Link[] = [];
  const standbys: Link[] = [];
  const isServed = new Set<string>();
  for (const link of content.links) {
    const { id, provider, customer } = link;
    const number = Number(customer.slice(1));
    // Whoever stands beside the provider: one back along the line, so that no loop comes of it.
    const other = Number(provider.slice(1)) - 1;
    const isFirst = customer.startsWith('t') && number % 10 === 0 && !isServed.has(customer);
    if (!isFirst || other < 0 || number <= other) {
      links.push(link);
      continue;
    }
    isServed.add(customer);
    links.push({ ...link, ...group });
    const standby = { ...link, ...group, id: `s${id}`, switchTime: 60 };
    standbys.push({ ...standby, provider: `t${String(other).padStart(7, '0')}` });
  }
  return { ...content, links: [...links, ...standbys] };
}

/** The same as it is first drawn: who serves whom, and nothing said of slack, buffers or defects. */
export function withoutNumbers(content: MapContent): MapContent {
  const parties = content.parties.map((party): Party => {
    const { type, id, name } = party;
    return party.kind === 'external-customer' ? party : { type, id, kind: party.kind, name };
  });
  return { ...content, parties, statements: [] };
}
