import type { MapContent } from '@downstream/graph-schema/map-content';
import { useMemo, useRef } from 'react';
import { allTheWay, reachOf, type Reach } from '../open-map/reach';
import { partyOf } from '../open-map/name-of';
import type { Emphasis } from '../show/emphasis';
import type { View } from './view';

/** What a chain looks like at a glance: those next to it, and those next to them. */
const firstHops = 2;

export interface MapFocus {
  /** Absent where nothing is focused on, or what is no longer there. */
  reach: Reach | undefined;
  emphasis: Emphasis | undefined;
  /** Chooses a party and focuses on it; where it is on this party already, back to `seenFrom`. */
  toggle: (party: string, seenFrom: string | undefined) => void;
  /** A digit: that many hops; the same digit again, or 0, is all of the way. */
  setHops: (hops: number) => void;
}

/** The focus of the map page: kept in the view, and so in the address. */
export function useFocus(
  content: MapContent,
  { focus }: View,
  changeView: (change: Partial<View>) => void,
): MapFocus {
  const lastHops = useRef(firstHops);
  const party = focus && partyOf(content, focus.party) ? focus.party : undefined;
  const hops = focus?.hops ?? firstHops;
  const reach = useMemo(
    () => (party === undefined ? undefined : reachOf(content.links, party, hops)),
    [content.links, party, hops],
  );
  const emphasis = useMemo(() => reach && { lit: litBy(reach) }, [reach]);
  return {
    reach,
    emphasis,
    toggle: (next, seenFrom) =>
      changeView({
        selection: { type: 'party', id: next },
        focus: next === party ? undefined : { party: next, hops: lastHops.current },
        seenFrom: next === party ? seenFrom : undefined,
      }),
    setHops: (asked) => {
      if (party === undefined) return;
      const next = asked === hops ? allTheWay : asked;
      lastHops.current = next;
      changeView({ focus: { party, hops: next } });
    },
  };
}

const litBy = ({ party, upstream, downstream, links }: Reach) => ({
  parties: new Set([party, ...upstream.keys(), ...downstream.keys()]),
  links,
});
