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
    lines.push(`${JSON.stringify(inFieldOrder(change))}\n`);
    if (breath.isDue()) await breath.take();
  }
  return hash('sha256', lines.join(''));
}

function inFieldOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inFieldOrder);
  // Without a prototype, a field called __proto__ is one like any other.
  const ordered = Object.create(null) as Record<string, unknown>;
  for (const field of Object.keys(value).sort()) {
    ordered[field] = inFieldOrder((value as Record<string, unknown>)[field]);
  }
  return ordered;
}
