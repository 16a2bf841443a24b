/** At most what each change takes off the harm by delay over a whole map. */
export interface DelayBounds {
  /** If this link is never late. */
  protection: Float64Array;
  /** If it had `slack` more; if its customer never waited longer than `switchTime` for it. */
  slack: Float64Array;
  alternative: Float64Array;
  /** If this party could make up `buffer` more. */
  buffer: Float64Array;
}

/** Minutes. */
export interface BoundSizes {
  slack: number;
  buffer: number;
  switchTime: number;
}

/** No certificate is missed by what a sum loses in its last digits. */
export const roundedUp = (bound: number): number => bound * (1 + 1e-9);
