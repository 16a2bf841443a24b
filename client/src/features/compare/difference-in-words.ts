import type { MapContent } from '@downstream/graph-schema/map-content';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import { durationPhrase } from '@downstream/ripple/duration-phrase';
import type { TFunction } from 'i18next';
import { nameOf } from '../../open-map/name-of';
import { percent } from '../../show/duration';
import { phraseText } from '../../text/phrases';
import { fallOf, type KindDifference, type PartyDifference } from './difference';

export interface DifferenceInWords {
  /** What to show largest: the external customer for whom most changes, and the harm. */
  headline: string;
  /** The rest, one sentence each. */
  sentences: string[];
}

/** More names than these make no sentence. */
const mostNames = 5;

type Turn = 'gone' | 'less' | 'more' | 'new';

/** How two ripples differ, as a person would say it. */
export function differenceInWords(
  differences: readonly KindDifference[],
  content: MapContent,
  t: TFunction,
): DifferenceInWords {
  const changed = differences.map((one) => ({
    ...one,
    parties: one.parties.filter((party) => turnOf(party) !== undefined),
  }));
  if (changed.every(({ parties }) => parties.length === 0)) {
    return {
      headline: t('compare.difference.same'),
      sentences: differences.map((one) => harmInWords(one, t)),
    };
  }
  const headline: string[] = [];
  const sentences: string[] = [];
  for (const one of changed) {
    const customers = one.parties.filter(({ isCustomer }) => isCustomer).sort(byChange);
    const [most, ...others] = customers.map((party) => partyInWords(party, one.kind, content, t));
    headline.push(...(most === undefined ? [] : [most]), harmInWords(one, t));
    sentences.push(...others.slice(0, mostNames));
    for (const turn of ['gone', 'less', 'new', 'more'] as const) {
      const parties = one.parties.filter((party) => !party.isCustomer && turnOf(party) === turn);
      if (parties.length === 0) continue;
      sentences.push(
        t(`compare.difference.others.${one.kind}.${turn}`, { names: named(parties, content, t) }),
      );
    }
    if (one.estimated) sentences.push(t('compare.difference.estimated'));
  }
  return { headline: headline.join(' '), sentences };
}

const byChange = (a: PartyDifference, b: PartyDifference): number =>
  Math.abs(b.after - b.before) - Math.abs(a.after - a.before);

export function turnOf({ before, after }: Pick<PartyDifference, 'before' | 'after'>): Turn | undefined {
  if (before === after) return undefined;
  if (after === 0) return 'gone';
  if (before === 0) return 'new';
  return after < before ? 'less' : 'more';
}

function partyInWords(
  { party: id, before, after }: PartyDifference,
  kind: KindDifference['kind'],
  content: MapContent,
  t: TFunction,
): string {
  const party = nameOf(content, id);
  const turn = turnOf({ before, after }) ?? 'less';
  if (kind === 'defect') {
    const key = `compare.difference.chance${capital(turn)}` as const;
    return t(key, { party, before: percent(before), after: percent(after) });
  }
  const time = workingTimeOf(content.map);
  const late = (minutes: number): string => phraseText(durationPhrase(minutes, time));
  const key = `compare.difference.late${capital(turn)}` as const;
  return t(key, {
    party,
    before: late(before),
    after: late(after),
    less: late(Math.max(0, before - after)),
    more: late(Math.max(0, after - before)),
  });
}

const capital = <T extends string>(word: T): Capitalize<T> =>
  `${word.charAt(0).toUpperCase()}${word.slice(1)}` as Capitalize<T>;

/** "Harm falls from 60 to 20 weighted minutes, by 67 %." */
export function harmInWords({ kind, harm }: Pick<KindDifference, 'kind' | 'harm'>, t: TFunction): string {
  const values = { before: harmNumber(harm.before, kind), after: harmNumber(harm.after, kind) };
  if (harm.before === harm.after)
    return t(`compare.harm.${harm.before === 0 ? 'none' : 'stays'}.${kind}`, values);
  const fall = fallOf(harm);
  if (fall === undefined) return t(`compare.harm.begins.${kind}`, values);
  const share = percent(Math.abs(fall));
  return t(`compare.harm.${fall > 0 ? 'falls' : 'rises'}.${kind}`, { ...values, share });
}

/** Weighted minutes are sums of whole minutes; a loss on average is said to two digits, as in a ripple's summary. */
export const harmNumber = (harm: number, kind: KindDifference['kind']): number =>
  Number(kind === 'delay' ? harm.toFixed(2) : harm.toPrecision(2));

function named(parties: readonly PartyDifference[], content: MapContent, t: TFunction): string {
  const names = parties
    .slice(0, mostNames)
    .map(({ party }) => nameOf(content, party))
    .join(', ');
  const count = parties.length - mostNames;
  return count > 0 ? t('compare.difference.andMore', { names, count }) : names;
}
