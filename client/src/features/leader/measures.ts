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
  const count = Math.round(amount);
  const harm =
    kind === 'delay'
      ? t(isAlone ? 'leader.units.delayAlone' : 'leader.units.delay', { count, amount: shown })
      : t(isAlone ? 'leader.units.defectAlone' : 'leader.units.defect', { amount: shown });
  if (standardError === 0) return harm;
  return t('leader.units.error', { amount: harm, error: amountOf(kind, standardError, language) });
}

/** How long a delay is not felt: "any delay" where every one is, else "> 5 min". */
export const toleratedInWords = (minutes: number, settings: MapSettings, say = shortDuration): string =>
  minutes === 0
    ? i18next.t('leader.customers.atOnce')
    : i18next.t('leader.customers.over', { minutes: say(minutes, settings) });
