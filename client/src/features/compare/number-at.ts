import { effectiveNumber, plainNumber, type EffectiveNumber } from '@downstream/ripple/effective-number';
import { itemAt, type Items } from '../../open-map/apply-changes';
import { statementAt } from '../../open-map/state-side';

/** The numbers that can be played with; those a link has by its sides, those of its own, and a party's. */
export type NumberName = 'slack' | 'defectPass' | 'leadTime' | 'switchTime' | 'buffer' | 'catchRate';

/** What counts in the engine: a number of a link or a party, and whether anybody stands by it. */
export function numberAt(items: Items, field: NumberName, id: string): EffectiveNumber {
  if (field === 'buffer' || field === 'catchRate') {
    const party = itemAt(items, { type: 'party', id });
    const worker = party?.type === 'party' && party.kind !== 'external-customer' ? party : undefined;
    return plainNumber(field, worker?.[field]);
  }
  const item = itemAt(items, { type: 'link', id });
  const link = item?.type === 'link' ? item : undefined;
  if (field === 'leadTime' || field === 'switchTime') return plainNumber(field, link?.[field]);
  const [customer, provider] = [statementAt(items, id, 'customer'), statementAt(items, id, 'provider')];
  return effectiveNumber(field, customer?.[field], provider?.[field], link?.handshake ?? 'declared');
}

export const isChance = (field: NumberName): boolean => field === 'defectPass' || field === 'catchRate';
