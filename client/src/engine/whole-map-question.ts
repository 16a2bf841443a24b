import type { AdvisedKind, AdviceQuestion, AdviceReport } from '@downstream/graph-schema/advice';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { HarmQuestion, Narrowing, WeakLinksQuestion } from '@downstream/graph-schema/whole-map-question';
import type { Phrase } from '@downstream/ripple/phrase';

/** What can be asked about a map as a whole, by the list that shows the answer, in the language of the routes. */
export interface WholeMapQuestions {
  'weak-links': WeakLinksQuestion;
  advice: AdviceQuestion;
  /** Tolerance and gateways of one customer after the other, the first `top` of each. */
  customers: Narrowing & { top: number };
  /** Exposure, the first `top` told in words. */
  teams: HarmQuestion & { top: number };
  findings: Narrowing;
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
  /** How many teams and suppliers reach one of the customers told of by any delay of theirs, and how many others there are. */
  customers: { parts: readonly CustomerPart[]; atOnce: number; others: number };
  teams: OfHarm & { rows: readonly TeamRow[]; harmless: number };
  findings: { findings: readonly { finding: MapFinding; words: Phrase }[] };
}
