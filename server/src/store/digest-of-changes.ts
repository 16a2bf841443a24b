import { createHash } from 'node:crypto';
import type { Change } from '@downstream/graph-schema/change';
import { breather } from './breathe.js';

/**
 * SHA-256, in hex, of the changes as canonical JSON: the same changes have the same digest however their fields
 * were ordered. It tells a repeated commit from another one that took its key.
 */
export async function digestOfChanges(changes: readonly Change[]): Promise<string> {
  const hash = createHash('sha256');
  const breathe = breather();
  for (const change of changes) {
    hash.update(JSON.stringify(change, inFieldOrder));
    hash.update('\n');
    await breathe();
  }
  return hash.digest('hex');
}

function inFieldOrder(_field: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
