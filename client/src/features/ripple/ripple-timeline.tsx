import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Playhead } from '../../show/playhead';

export interface RippleTimelineProps {
  content: MapContent;
  playhead: Playhead;
}

/** When each party feels it: play, pause, scrub, step. Shows nothing while there is no show. */
export function RippleTimeline(_props: RippleTimelineProps) {
  return null;
}
