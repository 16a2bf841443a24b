import fc from 'fast-check';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { MapSettings } from '@downstream/graph-schema/map';
import { partySchema, type Party } from '@downstream/graph-schema/party';
import { statementId, type Side, type Statement } from '@downstream/graph-schema/statement';

const minutes = fc.integer({ min: 0, max: 5_256_000 });
const chance = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
/** Text of all sorts: what looks like a number, a date, YAML, a formula; line breaks, blanks, odd alphabets. */
const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength, unit: 'grapheme' }).filter((value) => value.length <= maxLength),
    fc.constantFrom(
      '',
      ' ',
      '0x1F',
      '1e3',
      'true',
      'null',
      '~',
      '2026-11-23',
      '- a',
      'a: b',
      '# c',
      '"',
      "'=1+1",
    ),
    fc.constantFrom(
      '=SUM(A1)',
      '@x',
      '+1',
      '-1',
      "'",
      'a\nb',
      ' a ',
      'a\r\nb',
      '\t',
      '\u2028',
      '\u0000',
      '__proto__',
    ),
    fc.constantFrom(
      '[a',
      '{b',
      '!t',
      '&n',
      '*n',
      '%d',
      '---',
      '...',
      '|',
      '>',
      '?',
      'é',
      '日本語',
      '🧳',
      '\uFEFFx',
      '<<',
    ),
  );
const visible = text(40).filter((value) => value.trim() !== '');

const settings = optional({
  mission: text(60),
  dayLength: minutes.filter(Boolean),
  weekLength: minutes.filter(Boolean),
});
const anyParty = { name: visible, purpose: text(60), group: visible };
const position = fc.record({
  x: fc.integer({ min: -999, max: 999 }),
  y: fc.integer({ min: -999, max: 999 }),
});
const worker = optional({ ...anyParty, buffer: minutes, catchRate: chance, position });
const payer = optional({ ...anyParty, weight: chance, feltAs: text(60) });
const said = optional({ text: text(60), slack: minutes, defectPass: chance });

interface Hand {
  ends: [number, number];
  link: Partial<Link>;
  sides: Partial<Record<Side, Partial<Statement>>>;
}
const hand: fc.Arbitrary<Hand> = fc.record({
  ends: fc.tuple(fc.nat(), fc.nat()),
  link: fc
    .record({
      output: text(40),
      handshake: fc.constantFrom(
        'declared' as const,
        'confirmed' as const,
        'adjusted' as const,
        'disputed' as const,
      ),
    })
    .chain((base) =>
      optional({
        id: visible,
        dependence: fc.constantFrom('blocking' as const, 'helpful' as const),
        leadTime: minutes,
      }).map((rest) => ({ ...base, ...rest })),
    ),
  sides: optional({ customer: said, provider: said }),
});

/** Any map that keeps the rules, without groups of alternatives but for one that every larger map has. */
export const anyMapContent: fc.Arbitrary<MapContent> = fc
  .record({
    name: visible,
    settings,
    teams: fc.array(fc.tuple(visible, worker), { minLength: 2, maxLength: 5 }),
    payers: fc.array(fc.tuple(visible, payer), { maxLength: 3 }),
    suppliers: fc.array(fc.tuple(visible, worker), { maxLength: 2 }),
    hands: fc.array(hand, { maxLength: 12 }),
    hasGroup: fc.boolean(),
  })
  .map(({ name, settings: fields, teams, payers, suppliers, hands, hasGroup }): MapContent => {
    const ids = new Set<string>();
    const free = (id: string): string => {
      let one = id;
      for (let n = 2; ids.has(one); n++) one = `${id} ${n}`;
      ids.add(one);
      return one;
    };
    const partiesOf = (kind: Party['kind'], described: [string, object][]): Party[] =>
      described.map(([id, more]) =>
        partySchema.parse({ type: 'party', id: free(id), kind, name: id, ...more }),
      );
    const [working, paying, supplying] = [
      partiesOf('team', teams),
      partiesOf('external-customer', payers),
      partiesOf('supplier', suppliers),
    ];
    const providers = [...working, ...supplying];
    const customers = [...working, ...paying];
    ids.clear();
    const links: Link[] = [];
    const statements: Statement[] = [];
    for (const { ends, link: more, sides } of hands) {
      const provider = providers[ends[0] % providers.length]!.id;
      const customer = customers.filter(({ id }) => id !== provider)[ends[1] % (customers.length - 1)]?.id;
      if (customer === undefined) continue;
      const position_ = String(links.length + 1).padStart(2, '0');
      const id = free(more.id ?? `link ${position_}`);
      links.push({ type: 'link', provider, customer, output: '', handshake: 'declared', ...more, id });
      for (const [side, words] of Object.entries(sides) as [Side, Partial<Statement>][]) {
        statements.push({ type: 'statement', id: statementId(id, side), link: id, side, ...words });
      }
    }
    const [first, second] = [links[0], links.findLast(({ customer }) => customer === links[0]?.customer)];
    if (hasGroup && first && second && first !== second) {
      for (const member of [first, second])
        Object.assign(member, { alternativeGroup: 'either', dependence: 'blocking' });
      second.switchTime = 5;
    }
    const map: MapSettings = { type: 'map', id: 'm', name, ...fields };
    return { map, parties: [...working, ...paying, ...supplying], links, statements };
  });

/** Some of these fields, never `undefined` ones. */
function optional<T extends object>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) {
  return fc.record<T, never>(fields, { requiredKeys: [] });
}
