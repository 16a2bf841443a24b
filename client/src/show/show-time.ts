/** A moment of the ripple: minutes after the disruption, then how many hand-overs from the origin. */
export interface Moment {
  at: number;
  hops: number;
}

/** Seconds before the first beat, so that the eye finds the origin; and after the last, so that it sinks in. */
export const leadIn = 0.4;
export const tail = 1.3;
const longest = 6;
const secondsPerStep = 1.15;
const closestSteps = 0.5;
/** No step is shorter than this share of an even one, however short its minutes. */
const evenShare = 0.55;

/**
 * Seconds of the show for every moment: in order, the distance between two by their minutes, but never so close that
 * two steps become one. A ripple over ten minutes and one over ten weeks both take a few seconds.
 */
export function showTimes(moments: readonly Moment[]): (moment: Moment) => number {
  const steps = [...new Map(moments.map((moment) => [keyOf(moment), moment])).values()].sort(inOrder);
  const gaps = Math.max(1, steps.length - 1);
  const total = Math.min(longest, secondsPerStep * gaps);
  const least = Math.min(closestSteps, (total / gaps) * evenShare);
  const span = (steps.at(-1)?.at ?? 0) - (steps[0]?.at ?? 0);
  const free = total - least * gaps;
  const times = new Map<string, number>();
  let time = leadIn;
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before) time += least + (span > 0 ? (free * (step.at - before.at)) / span : free / gaps);
    times.set(keyOf(step), time);
  });
  return (moment) => times.get(keyOf(moment))!;
}

const keyOf = ({ at, hops }: Moment): string => `${at} ${hops}`;
export const inOrder = (a: Moment, b: Moment): number => a.at - b.at || a.hops - b.hops;
