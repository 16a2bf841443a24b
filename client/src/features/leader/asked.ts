import { changeKinds, type AdvisedKind, type AdviceSizes } from '@downstream/graph-schema/advice';
import { adviceSizesSchema } from '@downstream/graph-schema/advice';
import { limits } from '@downstream/graph-schema/limits';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { ListName } from '../../engine/whole-map-question';

export const listNames = [
  'weak-links',
  'advice',
  'customers',
  'teams',
  'findings',
] as const satisfies ListName[];

/** What the leader's page shows of a map. All of it is in the address. */
export interface Asked {
  list: ListName;
  kind: ReferenceDisruption['kind'];
  /** How late each of them is in turn; a day of the map where absent. */
  minutes: number | undefined;
  /** Harm to this external customer alone. */
  customer: string | undefined;
  /** This department alone. */
  group: string | undefined;
  /** How many changes are advised, how large they are, and of which kinds; all kinds where absent. */
  changes: number;
  sizes: AdviceSizes;
  kinds: readonly AdvisedKind[];
  /** The row whose subject is lit on the picture. */
  row: string | undefined;
}

export const usualSizes: AdviceSizes = adviceSizesSchema.parse({});
export const usualChanges = 3;

/** Reads an address; what cannot be read is as if it were not there. */
export function readAsked(search: URLSearchParams): Asked {
  const list = listNames.find((name) => name === search.get('list')) ?? 'weak-links';
  const changes = whole(search.get('changes'), 1, 5) ?? usualChanges;
  const sizes = adviceSizesSchema.safeParse({
    slack: whole(search.get('slack'), 1, limits.minutes),
    buffer: whole(search.get('buffer'), 1, limits.minutes),
    switchTime: whole(search.get('switchTime'), 0, limits.minutes),
    catchRate: fraction(search.get('catchRate')),
  });
  const kinds = changeKinds.filter((kind) => search.getAll('change').includes(kind));
  return {
    list,
    kind: search.get('kind') === 'defect' ? 'defect' : 'delay',
    minutes: whole(search.get('minutes'), 1, limits.minutes),
    customer: search.get('customer') ?? undefined,
    group: search.get('group') ?? undefined,
    changes,
    sizes: sizes.success ? sizes.data : usualSizes,
    kinds: kinds.length > 0 ? kinds : changeKinds,
    row: search.get('row') ?? undefined,
  };
}

/** The reverse of `readAsked`; what is usual is left out. */
export function writeAsked(asked: Asked): URLSearchParams {
  const search = new URLSearchParams();
  const write = (name: string, value: string | number | undefined, usual?: string | number): void => {
    if (value !== undefined && value !== usual) search.set(name, String(value));
  };
  write('list', asked.list, 'weak-links');
  write('kind', asked.kind, 'delay');
  write('minutes', asked.minutes);
  write('customer', asked.customer);
  write('group', asked.group);
  write('changes', asked.changes, usualChanges);
  for (const size of ['slack', 'buffer', 'switchTime', 'catchRate'] as const)
    write(size, asked.sizes[size], usualSizes[size]);
  if (asked.kinds.length < changeKinds.length) for (const kind of asked.kinds) search.append('change', kind);
  write('row', asked.row);
  return search;
}

function whole(text: string | null, least: number, most: number): number | undefined {
  const value = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}

function fraction(text: string | null): number | undefined {
  const value = text !== null && /^(?:0|1|0?\.\d{1,8}|1\.0{1,8})$/.test(text) ? Number(text) : NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}
