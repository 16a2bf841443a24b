import type { Item, StoredItem } from '@downstream/graph-schema/item';
import type { AccessRecord, KeptKey, PrincipalRecord, StoredChange, StoredLogEntry } from '../store.js';
import type { Row, Value } from './database.js';

/**
 * Text as a key column holds it: escaped as in JSON, because SQLite and this driver end a text at U+0000. Different
 * texts have different keys.
 */
export const textKey = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The reverse of `textKey`. */
export const textOfKey = (key: string): string => JSON.parse(`"${key}"`) as string;

/** An item as columns, without those that say which it is. */
export const itemRow = ({ item, version, audience }: StoredItem): Value[] => [
  version,
  textKey(audience),
  JSON.stringify(item),
  ...(item.type === 'link'
    ? [
        textKey(item.provider),
        textKey(item.customer),
        item.alternativeGroup === undefined ? null : textKey(item.alternativeGroup),
      ]
    : [null, null, null]),
];

export const itemOfRow = ({ version, audience, body }: Row): StoredItem => ({
  item: JSON.parse(body as string) as Item,
  version: version as number,
  audience: textOfKey(audience as string) as StoredItem['audience'],
});

/** An entry with the key that it answers, and the size of the map where it is known: at each transaction's last. */
export const entryRow = (
  { revision, by, at, changes, revokes }: StoredLogEntry,
  key: KeptKey | undefined,
  size: { parties: number; links: number } | undefined,
): Value[] => [
  revision,
  textKey(by),
  at,
  JSON.stringify(changes),
  revokes === undefined ? null : textKey(revokes),
  key === undefined ? null : textKey(key.key),
  key?.digest ?? null,
  size?.parties ?? null,
  size?.links ?? null,
];

export const entryOfRow = (row: Row): StoredLogEntry => ({
  revision: row['revision'] as number,
  by: textOfKey(row['signed_by'] as string),
  at: row['at'] as string,
  changes: JSON.parse(row['changes'] as string) as StoredChange[],
  ...(row['revokes'] !== null && { revokes: textOfKey(row['revokes'] as string) }),
});

export const keyOfRow = (row: Row): KeptKey => ({
  by: textOfKey(row['signed_by'] as string),
  key: textOfKey(row['key'] as string),
  digest: row['digest'] as string,
  revision: row['revision'] as number,
});

export const accessOfRow = ({ body }: Row): AccessRecord => JSON.parse(body as string) as AccessRecord;
export const principalOfRow = ({ body }: Row): PrincipalRecord =>
  JSON.parse(body as string) as PrincipalRecord;
