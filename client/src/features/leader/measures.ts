import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import i18next, { type TFunction } from 'i18next';
import type { MapSettings } from '@downstream/graph-schema/map';
import { shortDuration } from '../../show/duration';

/** Weighted minutes are whole where weights are; chances keep three digits. */
export function amountOf(kind: ReferenceDisruption['kind'], amount: number, language: string): string {
  const digits = kind === 'delay' ? { maximumFractionDigits: 1 } : { maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(language, digits).format(amount);
}

export interface HarmToTell {
  kind: ReferenceDisruption['kind'];
  /** Whether it is one external customer's, without weights. */
  isAlone: boolean;
  amount: number;
  /** 0 where exact. */
  standardError: number;
}

/** Harm with its unit, and its standard error where it has one. */
export function harmInWords(
  { kind, isAlone, amount, standardError }: HarmToTell,
  t: TFunction,
  language: string,
) {
  const shown = amountOf(kind, amount, language);
  // What stands there decides between one and many: 1.4 is many, and 1.0001 is shown as 1.
  const count = kind === 'delay' ? Math.round(amount * 10) / 10 : Number(amount.toPrecision(3));
  const harm = t(`leader.units.${kind}${isAlone ? 'Alone' : ''}`, { count, amount: shown });
  if (standardError === 0) return harm;
  return t('leader.units.error', { amount: harm, error: amountOf(kind, standardError, language) });
}

/** How long a delay is not felt: "any delay" where every one is, else "> 5 min". */
export const toleratedInWords = (minutes: number, settings: MapSettings, say = shortDuration): string =>
  minutes === 0
    ? i18next.t('leader.customers.atOnce')
    : i18next.t('leader.customers.over', { minutes: say(minutes, settings) });
