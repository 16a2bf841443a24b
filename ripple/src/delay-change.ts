/** A change of one number that lateness depends on. None of them makes anybody later. */
import type { CompiledMap } from './compiled-map.js';
import { beyondAnyDelay } from './delay-runs.js';

export interface DelayChange {
  /**
   * More slack on a link; more that a party makes up by itself; or a substitute that is never late, for which a link's
   * customer waits so long at most.
   */
  kind: 'slack' | 'buffer' | 'most';
  /** The number of a link, or of a party where it is a buffer. */
  at: number;
  minutes: number;
}

/** The output of this link is never late. */
export const protecting = (link: number): DelayChange => ({
  kind: 'slack',
  at: link,
  minutes: beyondAnyDelay,
});

/** The links over which lateness comes otherwise after such a change. */
export const linksChanged = (map: CompiledMap, { kind, at }: DelayChange): Int32Array =>
  kind === 'buffer' ? map.inLink.subarray(map.inStart[at], map.inStart[at + 1]) : Int32Array.of(at);

/** A map's numbers, to be changed and changed back. */
export interface DelayNumbers {
  slack: Int32Array;
  buffer: Int32Array;
  /** How long the customer waits at most, by link; for links of a group it stands at the primary. */
  most: Int32Array;
  make(change: DelayChange): void;
  /** Of the change made last. */
  takeBack(change: DelayChange): void;
}

export function delayNumbersOf(map: CompiledMap): DelayNumbers {
  const slack = map.slack.slice();
  const buffer = map.buffer.slice();
  const most = new Int32Array(map.links.length).fill(beyondAnyDelay);
  let mostBefore = beyondAnyDelay;
  const add = ({ kind, at }: DelayChange, minutes: number): void => {
    if (kind === 'slack') slack[at]! += minutes;
    else buffer[at]! += minutes;
  };
  return {
    slack,
    buffer,
    most,
    make(change) {
      if (change.kind === 'most') {
        const link = waitedFor(map, change.at);
        mostBefore = most[link]!;
        most[link] = Math.min(mostBefore, change.minutes);
      } else add(change, change.minutes);
    },
    takeBack(change) {
      if (change.kind === 'most') most[waitedFor(map, change.at)] = mostBefore;
      else add(change, -change.minutes);
    },
  };
}

/** Who has a group waits for it as a whole. */
function waitedFor(map: CompiledMap, link: number): number {
  const group = map.group[link]!;
  return group < 0 ? link : map.groupPrimary[group]!;
}
