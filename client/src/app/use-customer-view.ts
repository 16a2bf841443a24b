import type { MapContent } from '@downstream/graph-schema/map-content';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeenFrom, type SeenFrom, type SeenFromState } from '../engine/use-seen-from';
import { partyOf } from '../open-map/name-of';
import { allTheWay, reachOf } from '../open-map/reach';
import { badgeDuration } from '../show/duration';
import type { Emphasis, EmphasisBadge, EmphasisMark } from '../show/emphasis';
import type { View } from './view';

export interface CustomerView {
  /** Absent where the map is not seen from anyone, or who was named is no external customer here. */
  customer: string | undefined;
  state: SeenFromState;
  emphasis: Emphasis | undefined;
}

/** The map as the external customer in the view sees it; who can reach them is lit. */
export function useCustomerView(content: MapContent, { seenFrom }: View): CustomerView {
  const { t } = useTranslation();
  const isCustomer = seenFrom !== undefined && partyOf(content, seenFrom)?.kind === 'external-customer';
  const customer = isCustomer ? seenFrom : undefined;
  const state = useSeenFrom(content, customer);
  const { seen } = state;
  const lit = useMemo(() => {
    if (customer === undefined) return undefined;
    const { upstream, links } = reachOf(content.links, customer, allTheWay);
    const stray = (seen?.servesNobody ?? []).map(({ party }) => party);
    return { parties: new Set([customer, ...upstream.keys(), ...stray]), links };
  }, [content.links, customer, seen]);
  const words = useMemo(
    () => seen && { badges: badgesOf(seen, content, t), marks: marksOf(seen) },
    [seen, content, t],
  );
  const emphasis = useMemo(() => (lit ? { lit, ...words } : undefined), [lit, words]);
  return { customer, state, emphasis };
}

function badgesOf({ felt, unfelt, servesNobody }: SeenFrom, { map }: MapContent, t: TFunction) {
  const badges = new Map<string, EmphasisBadge>();
  for (const { party, minutes } of felt) {
    const text = minutes === 0 ? t('map.look.atOnce') : badgeDuration(minutes, map);
    badges.set(party, { text, tone: minutes === 0 ? 'strong' : 'plain' });
  }
  for (const { party } of unfelt) badges.set(party, { text: t('map.look.never'), tone: 'calm' });
  for (const { party } of servesNobody)
    badges.set(party, { text: t('map.look.servesNobody'), tone: 'strong' });
  return badges;
}

const marksOf = ({ gateways, servesNobody }: SeenFrom): Map<string, EmphasisMark> =>
  new Map([
    ...gateways.map(({ party }): [string, EmphasisMark] => [party, 'gate']),
    ...servesNobody.map(({ party }): [string, EmphasisMark] => [party, 'stray']),
  ]);
