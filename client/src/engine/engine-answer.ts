import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ErrorCode } from '@downstream/graph-schema/error-code';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { brokenRules } from '@downstream/graph-schema/map-rules';
import type { ProblemDetail } from '@downstream/graph-schema/problem';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import { checkDisruptions } from '@downstream/ripple/check-disruptions';
import { compile } from '@downstream/ripple/compile';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { explain, type Explanation } from '@downstream/ripple/explain';
import { simulate } from '@downstream/ripple/simulate';
import type { Show } from '../show/show';
import { stageShow } from '../show/stage-show';

/** A ripple as the page shows it: what was asked, what came out, why, and how it plays. */
export interface Ripple {
  disruptions: readonly Disruption[];
  report: RippleReport;
  explanation: Explanation;
  show: Show;
}

/** Errors are data: only a bug is thrown across the worker's border. */
export type EngineAnswer = { ripple: Ripple } | { problem: { code: ErrorCode; details: ProblemDetail[] } };

/** A map made ready for questions, or what keeps it from that. */
export type Prepared = { map: CompiledMap } | Extract<EngineAnswer, { problem: unknown }>;

export function prepare(content: MapContent): Prepared {
  const [broken] = brokenRules(content);
  if (!broken) return { map: compile(content) };
  const path = [broken.item.type, broken.item.id, broken.field];
  return { problem: { code: broken.code, details: [{ path, message: broken.message }] } };
}

export function answer(prepared: Prepared, disruptions: readonly Disruption[]): EngineAnswer {
  if ('problem' in prepared) return prepared;
  const { map } = prepared;
  const [refused] = checkDisruptions(map, disruptions);
  if (refused) {
    const details = [{ path: ['disruptions', refused.index], message: refused.message }];
    return { problem: { code: refused.code, details } };
  }
  // The defaults of `rippleRequestSchema`, so that the server's answer to the same question is the same.
  const report = simulate(map, { disruptions: [...disruptions], seed: 1, worlds: 10_000 });
  return { ripple: { disruptions, report, explanation: explain(map, report), show: stageShow(map, report) } };
}
