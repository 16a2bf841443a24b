import type { Command } from 'commander';
import { partyFinder } from '@downstream/graph-schema/find-party';
import { didYouMean } from '@downstream/graph-schema/nearest-name';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Narrowing } from '@downstream/graph-schema/whole-map-question';
import { partyNumber, type CompiledMap } from '@downstream/ripple/compiled-map';
import { groupsOf } from '@downstream/ripple/narrow';
import { refusal } from './refusal.js';

export interface NarrowingOptions {
  customer?: string;
  group?: string;
}

/** The options by which a command is narrowed as the leader's page and the routes are. */
export const withNarrowing = (command: Command): Command =>
  command
    .option('--customer <name>', 'harm to this external customer alone, without weights')
    .option('--group <name>', 'only what lies in this department or touches it');

/** The customer's id, by name or id, and the department. Throws INPUT_INVALID or a refusal. */
export function narrowingAsked(map: CompiledMap, { customer, group }: NarrowingOptions): Narrowing {
  return {
    ...(customer !== undefined && { customer: customerNamed(map, customer) }),
    ...(group !== undefined && { group: groupNamed(map, group) }),
  };
}

export function customerNamed(map: CompiledMap, written: string): string {
  const found = partyFinder(map.parties)(written);
  if ('problem' in found) {
    throw new DownstreamError('INPUT_INVALID', [{ path: ['--customer'], ...found.problem }]);
  }
  if (map.isCustomer[partyNumber(map, found.id)] === 0) {
    throw refusal(`"${written}" is no external customer; name one with --customer.`);
  }
  return found.id;
}

export function groupNamed(map: CompiledMap, written: string): string {
  const groups = groupsOf(map);
  if (groups.includes(written)) return written;
  throw refusal(`No department is called "${written}"${didYouMean(written, groups) || '.'}`);
}
