import type { Link } from '@downstream/graph-schema/link';
import type { Absorbed } from '@downstream/ripple/absorbed';
import type { DelayTrace } from '@downstream/ripple/explain-delay';
import type { DefectTrace } from '@downstream/ripple/explain-defect';
import type { Explanation } from '@downstream/ripple/explain';
import type { Phrase } from '@downstream/ripple/phrase';
import { allTheWay, reachOf } from '../../open-map/reach';

/** One party on the way, and the sentences that say what came and what was taken off it there. */
export interface TraceStep {
  party: string;
  words: readonly Phrase[];
}

/** How a ripple came to a party, step by step from where it began; or why it did not. */
export interface Trace {
  outcome: 'origin' | 'hit' | 'spared' | 'inconvenienced' | 'untouched';
  /** The chain of each kind that came, the party itself last. */
  delay: readonly TraceStep[];
  defect: readonly TraceStep[];
  /** What saved a spared party, in the order in which it acted. */
  saved: readonly Absorbed[];
  /** Before an untouched party: the nearest upstream that stopped it; else the nearest that it came to. */
  stoppedAt: readonly string[];
  cameTo: readonly string[];
}

export function traceOf(party: string, explanation: Explanation, links: readonly Link[]): Trace {
  const { delays, defects } = indexOf(explanation);
  const providers = new Map(links.map(({ id, provider }) => [id, provider]));
  const delay = chain(party, delays, ({ input }) => input?.provider);
  const defect = chain(party, defects, ({ through }) =>
    through === null ? undefined : providers.get(through),
  );
  const outcome = outcomeOf(delays.get(party), defects.get(party));
  return {
    outcome,
    delay: delay.map(({ party: id, words }) => ({ party: id, words })),
    // Each step says how likely; which way it went is what the list itself shows.
    defect: defect.map(({ party: id, words }) => ({
      party: id,
      words: words.filter(({ key }) => key !== 'defect.way'),
    })),
    saved: savedBy(party, explanation),
    ...(outcome === 'untouched' ? whereItEnded(party, explanation, links) : { stoppedAt: [], cameTo: [] }),
  };
}

/** What kept a party from being late: slack, an alternative, its own buffer. Empty for who is not spared. */
export function savedBy(party: string, explanation: Explanation): readonly Absorbed[] {
  const { delays, defects } = indexOf(explanation);
  const trace = delays.get(party);
  return trace?.outcome === 'spared' && !defects.has(party) ? trace.absorbed : [];
}

interface TraceIndex {
  delays: ReadonlyMap<string, DelayTrace>;
  defects: ReadonlyMap<string, DefectTrace>;
}

const indexes = new WeakMap<Explanation, TraceIndex>();

function indexOf(explanation: Explanation): TraceIndex {
  const known = indexes.get(explanation);
  if (known) return known;
  const byParty = <Of extends { party: string }>(traces: readonly Of[] = []) =>
    new Map(traces.map((trace) => [trace.party, trace]));
  const index = {
    delays: byParty(explanation.delay?.traces),
    defects: byParty(explanation.defect?.traces),
  };
  indexes.set(explanation, index);
  return index;
}

function outcomeOf(delay: DelayTrace | undefined, defect: DefectTrace | undefined): Trace['outcome'] {
  if (delay?.outcome === 'origin' || defect?.outcome === 'origin') return 'origin';
  if (delay?.outcome === 'late' || defect) return 'hit';
  return delay?.outcome ?? 'untouched';
}

/** From where it began to this party. Causes form a forest, so following them back comes to an end. */
function chain<Of extends { party: string }>(
  party: string,
  traces: ReadonlyMap<string, Of>,
  causeOf: (trace: Of) => string | undefined,
): Of[] {
  const steps: Of[] = [];
  let at: string | undefined = party;
  while (at !== undefined) {
    const trace = traces.get(at);
    if (!trace) break;
    steps.unshift(trace);
    at = causeOf(trace);
  }
  return steps;
}

/** More names than these make no sentence. */
const mostNames = 4;

function whereItEnded(
  party: string,
  explanation: Explanation,
  links: readonly Link[],
): Pick<Trace, 'stoppedAt' | 'cameTo'> {
  const { delays, defects } = indexOf(explanation);
  const upstream = [...reachOf(links, party, allTheWay).upstream.keys()];
  const isStopped = (id: string): boolean => {
    const outcome = delays.get(id)?.outcome;
    return !defects.has(id) && (outcome === 'spared' || outcome === 'inconvenienced');
  };
  return {
    stoppedAt: upstream.filter(isStopped).slice(0, mostNames),
    cameTo: upstream.filter((id) => delays.has(id) || defects.has(id)).slice(0, mostNames),
  };
}
