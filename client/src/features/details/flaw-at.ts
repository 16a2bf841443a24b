import type { Flaw } from '../../open-map/flaws';

/** What a form field shows after an edit: the sentence about the field itself if there is one, else the first. */
export const flawAt = (flaws: readonly Flaw[], field: string): string | undefined =>
  (flaws.find((flaw) => flaw.field === field) ?? flaws[0])?.message;
