import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Provenance } from '@downstream/graph-schema/ripple-report';

/** Counts the numbers under a verdict as the page lists them, each once. Absent: that kind was not asked. */
export function provenanceByTheBook(
  content: MapContent,
  late: ReadonlySet<string> | undefined,
  spoiled: ReadonlySet<string> | undefined,
): Provenance {
  const numbers = new Map<string, keyof Provenance>();
  const plain = (value: number | undefined) => (value === undefined ? 'assumed' : 'declared');
  const enter = (id: string, kind: 'delay' | 'defect'): void => {
    const party = content.parties.find((x) => x.id === id)!;
    if (party.kind === 'external-customer') numbers.set(`weight of ${id}`, plain(party.weight));
    else if (kind === 'delay') numbers.set(`buffer of ${id}`, plain(party.buffer));
    else numbers.set(`catchRate of ${id}`, plain(party.catchRate));
  };
  for (const link of content.links) {
    const stated = (field: 'slack' | 'defectPass') => {
      const [expects, commits] = (['customer', 'provider'] as const).map(
        (side) => content.statements.find((x) => x.link === link.id && x.side === side)?.[field],
      );
      if (expects === undefined && commits === undefined) return 'assumed';
      return expects === commits || link.handshake === 'confirmed' ? 'agreed' : 'declared';
    };
    if (late?.has(link.provider)) {
      numbers.set(`slack of ${link.id}`, stated('slack'));
      if (link.dependence !== 'helpful') numbers.set(`leadTime of ${link.id}`, plain(link.leadTime));
      if (link.switchTime !== undefined) numbers.set(`switchTime of ${link.id}`, 'declared');
      enter(link.customer, 'delay');
    }
    if (spoiled?.has(link.provider) && link.switchTime === undefined) {
      numbers.set(`defectPass of ${link.id}`, stated('defectPass'));
      enter(link.customer, 'defect');
    }
  }
  const count = (origin: keyof Provenance) =>
    [...numbers.values()].filter((found) => found === origin).length;
  return { agreed: count('agreed'), declared: count('declared'), assumed: count('assumed') };
}
