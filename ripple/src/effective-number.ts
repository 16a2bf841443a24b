import type { Handshake } from '@downstream/graph-schema/link';

/** Where a number comes from: both sides stand by it, one side said it, or nobody did. */
export type Origin = 'agreed' | 'declared' | 'assumed';

export interface EffectiveNumber {
  value: number;
  origin: Origin;
}

/** What the model takes where nobody stated a number. Minutes, probabilities, and a plain weight. */
export const whenNobodyStatedIt = {
  slack: 0,
  defectPass: 0.5,
  leadTime: 0,
  switchTime: 0,
  buffer: 0,
  catchRate: 0,
  weight: 1,
} as const;

/**
 * The number a link goes by, out of what its two sides state: the customer's if stated, else the provider's,
 * else the default. A confirmed link agrees to what is stated on it, but never to what nobody stated.
 */
export function effectiveNumber(
  field: 'slack' | 'defectPass',
  customer: number | undefined,
  provider: number | undefined,
  handshake: Handshake,
): EffectiveNumber {
  const value = customer ?? provider ?? whenNobodyStatedIt[field];
  return { value, origin: originOfStated(customer, provider, handshake) };
}

/** Where a number of a link comes from. */
export function originOfStated(
  customer: number | undefined,
  provider: number | undefined,
  handshake: Handshake,
): Origin {
  if (customer === undefined && provider === undefined) return 'assumed';
  return customer === provider || handshake === 'confirmed' ? 'agreed' : 'declared';
}

/** A number without sides: of a party, or a link's lead or switch time. */
export const plainNumber = (
  field: keyof typeof whenNobodyStatedIt,
  written: number | undefined,
): EffectiveNumber => ({ value: written ?? whenNobodyStatedIt[field], origin: originOfWritten(written) });

/** Where a number without sides comes from: of a party, or a link's lead time. */
export const originOfWritten = (written: number | undefined): Origin =>
  written === undefined ? 'assumed' : 'declared';
