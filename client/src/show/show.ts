/** What the ripple does to one party. */
export type SingleBadge = { kind: 'minutes'; minutes: number } | { kind: 'probability'; probability: number };

/** What is shown on a card when the ripple reaches it; on a folded group the worst in it, and how many are hit so far. */
export type Badge = SingleBadge | { kind: 'inside'; worst: SingleBadge; hit: number; of: number };

/** A party's beat: when in the show it is reached, and how hard. */
export interface PartyBeat {
  party: string;
  /** Seconds of the show at speed 1. */
  reachedAt: number;
  /** Minutes of working time after the disruption began; absent for a defect, which has no clock. */
  at?: number;
  part: 'origin' | 'hit' | 'customer';
  /** From 0 (barely) to 1 (as hard as anyone in this ripple). */
  strength: number;
  badges: Badge[];
  /** On a folded group: how it stands from later moments on, as more of its parties are reached; in their order. */
  grows?: readonly Pick<PartyBeat, 'reachedAt' | 'strength' | 'badges'>[];
}

/** A beat as it stands at a moment of the show, in seconds. */
export function beatAt(beat: PartyBeat, position: number): PartyBeat {
  const now = beat.grows?.findLast(({ reachedAt }) => reachedAt <= position);
  return now ? { ...beat, strength: now.strength, badges: now.badges } : beat;
}

/** A front on its way along one link. `stopped` ones end before the card, at a shield. */
export interface Travel {
  link: string;
  from: number;
  to: number;
  part: 'causing' | 'besides' | 'stopped';
  /** Which part of the way it goes: 1 is the card; less where slack stops it on the way. */
  reach: number;
  /** Minutes that a stopped front no longer has, shown on its shield. */
  absorbed?: number;
}

/** What came to a stop inside a folded group, whose links are not shown. */
export interface AbsorbedInside {
  /** When the most of it did, in seconds of the show. */
  at: number;
  /** The most that was absorbed at one place. */
  minutes: number;
  places: number;
}

/** A named moment on the timeline. */
export interface Mark {
  time: number;
  parties: string[];
  /** Minutes of working time after the disruption began. */
  at?: number;
  customer: boolean;
}

/** A ripple laid out in time: everything that plays, in seconds at speed 1. */
export interface Show {
  /** `possible`: a defect has no causes, so what plays is one way in which it may spread. */
  kind: 'certain' | 'possible';
  duration: number;
  beats: ReadonlyMap<string, PartyBeat>;
  travels: readonly Travel[];
  /** Spared parties, and when that is decided. */
  spared: ReadonlyMap<string, number>;
  inconvenienced: ReadonlyMap<string, number>;
  marks: readonly Mark[];
  /** The external customer, or the folded card it is in, whom the verdict names; absent where nobody outside feels it. */
  comesTo?: string | undefined;
  /** By folded group, where the show plays on some. */
  absorbedInside?: ReadonlyMap<string, AbsorbedInside>;
  /** The same show party by party, where this one plays on folded groups. */
  unfolded?: Show;
}
