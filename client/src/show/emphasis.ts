/**
 * What a feature makes stand out on the picture, whatever for: whoever composes the page hands one of these to the
 * picture, which paints it and knows nothing of its reasons. Every part may be absent, and all may come together.
 */
export interface Emphasis {
  /** Who and what is lit; everybody else steps back, calmly. Absent: nobody does. */
  lit?: Lit | undefined;
  /** A few words above a card, by the party's id, written by the feature in the reader's language: "30 min". */
  badges?: ReadonlyMap<string, EmphasisBadge> | undefined;
  /** A sign on a card, by the party's id; what it means is said in the feature's own words beside the picture. */
  marks?: ReadonlyMap<string, EmphasisMark> | undefined;
}

export interface Lit {
  parties: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

/** `strong` is read first, `plain` as well, `calm` tells of something that nobody need worry about. */
export interface EmphasisBadge {
  text: string;
  /** What stands for the text beside a ripple's words, where the card has no room for both. */
  sign?: string | undefined;
  tone: 'strong' | 'plain' | 'calm';
}

/** A gate at the corner; a dashed outline; an outline in the page's accent. */
export type EmphasisMark = 'gate' | 'stray' | 'ring';
