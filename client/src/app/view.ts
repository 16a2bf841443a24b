import type { Disruption } from '@downstream/graph-schema/disruption';
import { disruptionSchema } from '@downstream/graph-schema/disruption';
import { itemTypeSchema, type ItemReference } from '@downstream/graph-schema/item';

/** The ways to see a map: as a picture, as tables, or everyone against everyone. */
export const layouts = ['chain', 'customers-on-top', 'free', 'table', 'matrix'] as const;
export type Layout = (typeof layouts)[number];
/** Those that are pictures. */
export type PictureLayout = Exclude<Layout, 'table' | 'matrix'>;
export const isPicture = (layout: Layout): layout is PictureLayout =>
  layout !== 'table' && layout !== 'matrix';

/** What a map page shows of its map: how, what is chosen, and what is asked. All of it is in the address. */
export interface View {
  layout: Layout;
  /** Which groups are folded to one card: all, or those of these names; undefined where nobody has chosen. */
  folded: 'all' | readonly string[] | undefined;
  selection: ItemReference | undefined;
  disruptions: readonly Disruption[];
  /** Whose upstream and downstream is lit, and how many hops of it: 1 to 9, or 0 for all. */
  focus: { party: string; hops: number } | undefined;
  /** The external customer from whom the map is seen. */
  seenFrom: string | undefined;
  /** What would be different in the ripple that this one is compared with, one text an edit; undefined: no comparison. */
  whatIf: readonly string[] | undefined;
  /** Whether the room plays "guess first". */
  isGuessing: boolean;
}

/** A map at rest. */
export const emptyView: View = {
  layout: 'chain',
  folded: undefined,
  selection: undefined,
  disruptions: [],
  focus: undefined,
  seenFrom: undefined,
  whatIf: undefined,
  isGuessing: false,
};

/**
 * Reads `?layout=table&fold=all&folded=GROUP&select=party:ID&delay=ID:30&defect=ID&focus=ID:2&seen-from=ID&if=EDIT` and
 * `?guess=on`; a chain is what is shown where none is named. Ids may hold colons; what cannot be read is left out. Edits
 * are read by those who compare.
 */
export function readView(search: URLSearchParams): View {
  const [, type, id] = /^(\w+):(.+)$/su.exec(search.get('select') ?? '') ?? [];
  const chosen = itemTypeSchema.safeParse(type);
  const delays = search.getAll('delay').map((text) => {
    const colon = text.lastIndexOf(':');
    return { party: text.slice(0, colon), kind: 'delay', minutes: Number(text.slice(colon + 1)) };
  });
  const defects = search.getAll('defect').map((party) => ({ party, kind: 'defect' }));
  const named = search.get('layout');
  return {
    layout: layouts.find((layout) => layout === named) ?? 'chain',
    folded: readFolded(search.get('fold'), search.getAll('folded')),
    selection: chosen.success && id !== undefined ? { type: chosen.data, id } : undefined,
    disruptions: [...delays, ...defects].flatMap((written) => {
      const read = disruptionSchema.safeParse(written);
      return read.success ? [read.data] : [];
    }),
    focus: readFocus(search.get('focus') ?? ''),
    seenFrom: search.get('seen-from') || undefined,
    whatIf: search.has('if') ? search.getAll('if') : undefined,
    isGuessing: search.get('guess') === 'on',
  };
}

function readFolded(every: string | null, names: readonly string[]): View['folded'] {
  if (every === 'all') return 'all';
  return every === 'none' || names.length > 0 ? names : undefined;
}

function readFocus(text: string): View['focus'] {
  const [, party, hops] = /^(.+):(\d)$/su.exec(text) ?? [];
  return party === undefined ? undefined : { party, hops: Number(hops) };
}

/** The reverse of `readView`. */
export function writeView({
  layout,
  folded,
  selection,
  disruptions,
  focus,
  seenFrom,
  whatIf = [],
  isGuessing,
}: View): URLSearchParams {
  const search = new URLSearchParams();
  if (layout !== 'chain') search.set('layout', layout);
  if (folded === 'all') search.set('fold', 'all');
  else if (folded?.length === 0) search.set('fold', 'none');
  else for (const group of folded ?? []) search.append('folded', group);
  if (selection) search.set('select', `${selection.type}:${selection.id}`);
  for (const disruption of disruptions) {
    if (disruption.kind === 'delay') search.append('delay', `${disruption.party}:${disruption.minutes}`);
    else search.append('defect', disruption.party);
  }
  if (focus) search.set('focus', `${focus.party}:${focus.hops}`);
  if (seenFrom !== undefined) search.set('seen-from', seenFrom);
  for (const text of whatIf) search.append('if', text);
  if (isGuessing) search.set('guess', 'on');
  return search;
}

/** Whether two views ask about the same parties; then one is the other with a slider or a number moved. */
export const asksTheSame = (a: View, b: View): boolean =>
  (a.whatIf === undefined) === (b.whatIf === undefined) &&
  a.disruptions.length === b.disruptions.length &&
  a.disruptions.every(({ party, kind }, index) => {
    const other = b.disruptions[index];
    return other?.party === party && other.kind === kind;
  });
