import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ErrorCode } from '@downstream/graph-schema/error-code';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { brokenRules } from '@downstream/graph-schema/map-rules';
import type { ProblemDetail } from '@downstream/graph-schema/problem';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import { checkDisruptions } from '@downstream/ripple/check-disruptions';
import { compile } from '@downstream/ripple/compile';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { explain, explainBriefly, type Explanation } from '@downstream/ripple/explain';
import { simulate } from '@downstream/ripple/simulate';
import type { Show } from '../show/show';
import { stageShow, stageTogether } from '../show/stage-show';

/** A ripple as the page shows it: what was asked, what came out, why, and how it plays. */
export interface Ripple {
  disruptions: readonly Disruption[];
  report: RippleReport;
  explanation: Explanation;
  show: Show;
}

/** What a ripple comes to, in words: on a large map it is there long before the rest of the ripple. */
export type Verdict = Pick<Explanation, 'headlines' | 'asked'>;

/** Errors are data: only a bug is thrown across the worker's border. */
export type EngineAnswer = { ripple: Ripple } | Problem;

export interface Problem {
  problem: { code: ErrorCode; details: ProblemDetail[] };
}

/** A map made ready for questions, or what keeps it from that. */
export type Prepared = { map: CompiledMap } | Problem;

export function prepare(content: MapContent): Prepared {
  const [broken] = brokenRules(content);
  if (!broken) return { map: compile(content) };
  const path = [broken.item.type, broken.item.id, broken.field];
  return { problem: { code: broken.code, details: [{ path, message: broken.message }] } };
}

/** The verdict; the rest of the ripple is made by `finish`, if it is still wanted then. */
export function begin(prepared: Prepared, disruptions: readonly Disruption[]): Begun | Problem {
  const asked = reportOf(prepared, disruptions);
  return 'problem' in asked ? asked : { ...asked, verdict: explainBriefly(asked.map, asked.report) };
}

export const finish = (begun: Begun): Ripple => rippleOf(begun, stageShow(begun.map, begun.report));

/** Two ripples on one clock: what happens now, and what would happen if something were different. */
export interface Comparison {
  before: Ripple;
  after: Ripple;
}

export type ComparisonAnswer = { comparison: Comparison } | Problem;

/** `after` may be another map with other disruptions; the first of the two that cannot be answered says why. */
export function compare(before: Asked, after: Asked): ComparisonAnswer {
  const now = reportOf(before.prepared, before.disruptions);
  if ('problem' in now) return now;
  const then = reportOf(after.prepared, after.disruptions);
  if ('problem' in then) return then;
  const [show, showAfter] = stageTogether([now, then]);
  return { comparison: { before: rippleOf(now, show!), after: rippleOf(then, showAfter!) } };
}

export interface Asked {
  prepared: Prepared;
  disruptions: readonly Disruption[];
}

export interface Begun extends Reported {
  verdict: Verdict;
}

interface Reported {
  map: CompiledMap;
  disruptions: readonly Disruption[];
  report: RippleReport;
}

function reportOf(prepared: Prepared, disruptions: readonly Disruption[]): Reported | Problem {
  if ('problem' in prepared) return prepared;
  const { map } = prepared;
  const [refused] = checkDisruptions(map, disruptions);
  if (refused) {
    const details = [{ path: ['disruptions', refused.index], message: refused.message }];
    return { problem: { code: refused.code, details } };
  }
  // The defaults of `rippleRequestSchema`, so that the server's answer to the same question is the same.
  const report = simulate(map, { disruptions: [...disruptions], seed: 1, worlds: 10_000 });
  return { map, disruptions, report };
}

function rippleOf({ map, disruptions, report }: Reported, show: Show): Ripple {
  const explanation = explain(map, report);
  const comesTo = explanation.headlines[0]?.party ?? undefined;
  return { disruptions, report, explanation, show: { ...show, comesTo } };
}
