import type { AdvisedKind, AdviceReport, AdviceSizes } from '@downstream/graph-schema/advice';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { Phrase } from '@downstream/ripple/phrase';

/** What every question about a whole map may be narrowed to. */
interface Narrowed {
  /** Harm to this external customer alone, without weights; to all of them if not said. */
  customer: string | undefined;
  /** Only what lies in this department or touches it. */
  group: string | undefined;
}

/** What can be asked about a map as a whole, by the list that shows the answer. */
export interface WholeMapQuestions {
  'weak-links': Narrowed & { disruption: ReferenceDisruption; top: number };
  advice: Narrowed & {
    disruption: ReferenceDisruption;
    changes: number;
    sizes: AdviceSizes;
    kinds: readonly AdvisedKind[];
  };
  customers: Narrowed & { top: number };
  teams: Narrowed & { disruption: ReferenceDisruption; top: number };
  findings: Narrowed;
}
export type ListName = keyof WholeMapQuestions;

/** How the numbers of a list came about. */
export type Method = { kind: 'exact' } | { kind: 'monte-carlo'; worlds: number; seed: number };

/** What falls for one external customer: weighted minutes, or weighted chances. */
export interface CustomerRelief {
  customer: string;
  harm: number;
}

export interface WeakLinkRow {
  link: string;
  provider: string;
  customer: string;
  harmCarried: number;
  share: number;
  isExact: boolean;
  /** At most; 0 where exact. */
  standardError: number;
  why: Phrase;
  /** Whose trouble reaches external customers through it. */
  origins: readonly string[];
  relief: readonly CustomerRelief[];
}

export interface AdviceRow {
  kind: AdvisedKind;
  target: string;
  size: number;
  harmAfter: number;
  standardError: number;
  what: Phrase;
  why: Phrase;
  origins: readonly string[];
  relief: readonly CustomerRelief[];
}

export interface ToleranceRow {
  party: string;
  minutes: number;
}

export interface GatewayRow {
  party: string;
  behind: number;
}

export interface CustomerPart {
  customer: string;
  tolerance: readonly ToleranceRow[];
  /** How many teams and suppliers the customer feels by some delay of theirs alone, and never. */
  felt: number;
  never: number;
  gateways: readonly GatewayRow[];
  allGateways: number;
}

export interface TeamRow {
  party: string;
  harm: number;
  share: number;
  isExact: boolean;
  standardError: number;
  /** Only of the first so many, as asked. */
  told: { why: Phrase; felt: readonly { customer: string; size: number }[] } | undefined;
}

interface OfHarm {
  /** Over the whole map: the sum of all exposures. */
  harm: number;
  harmWords: Phrase;
  method: Method;
}

export interface WholeMapAnswers {
  'weak-links': OfHarm & { rows: readonly WeakLinkRow[]; hasMore: boolean };
  advice: OfHarm & {
    rows: readonly AdviceRow[];
    choice: AdviceReport['method'];
    choiceWords: Phrase;
  };
  customers: { parts: readonly CustomerPart[]; others: number };
  teams: OfHarm & { rows: readonly TeamRow[]; harmless: number };
  findings: { findings: readonly { finding: MapFinding; words: Phrase }[] };
}
