import { hash } from 'node:crypto';
import type { Change } from '@downstream/graph-schema/change';
import { breather } from './breathe.js';

/**
 * SHA-256, in hex, of the changes as canonical JSON: the same changes have the same digest however their fields
 * were ordered. It tells a repeated commit from another one that took its key.
 */
export async function digestOfChanges(changes: readonly Change[]): Promise<string> {
  const lines: string[] = [];
  const breath = breather();
  for (const change of changes) {
    lines.push(`${canonical(change)}\n`);
    if (breath.isDue()) await breath.take();
  }
  return hash('sha256', lines.join(''));
}

/** The JSON of a value with the fields of every object in the order of their names. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = value as Record<string, unknown>;
  const written: string[] = [];
  for (const field of Object.keys(fields).sort()) {
    if (fields[field] !== undefined) written.push(`${JSON.stringify(field)}:${canonical(fields[field])}`);
  }
  return `{${written.join(',')}}`;
}
