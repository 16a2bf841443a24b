import { addText } from './late-text';

/** The words of features/focus. */
export const focusText = {
  label: 'Focus on {{name}}',
  all: '{{upstream}} upstream, {{downstream}} downstream in all',
  within_one: '{{upstream}} upstream, {{downstream}} downstream within {{count, number}} hop',
  within_other: '{{upstream}} upstream, {{downstream}} downstream within {{count, number}} hops',
  both_one: '{{count, number}} of them is both: the chain goes round',
  both_other: '{{count, number}} of them are both: the chain goes round',
  hops: 'How many hops',
  hop_one: '{{count, number}} hop',
  hop_other: '{{count, number}} hops',
  everyone: 'All',
  names: 'Names',
  upstream: 'Upstream',
  downstream: 'Downstream',
  nobody: 'Nobody',
  away_one: '{{count, number}} hop away',
  away_other: '{{count, number}} hops away',
  end: 'End',
} as const;

addText({ focus: focusText });
