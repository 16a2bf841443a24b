/** What is shown on a party when the ripple reaches it. */
export type Badge = { kind: 'minutes'; minutes: number } | { kind: 'probability'; probability: number };

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
}
