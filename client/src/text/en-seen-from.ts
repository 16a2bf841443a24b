import { addText } from './late-text';

/** The words of features/seen-from. */
export const seenFromText = {
  title: 'Seen from {{name}}',
  who: 'External customer',
  working: 'Working out how late each may be …',
  failed: 'This could not be worked out. Look at what the map says is wrong with it, then try again.',
  reach_one: 'The work of {{count, number}} party reaches them.',
  reach_other: 'The work of {{count, number}} parties reaches them.',
  reachNobody: 'Nobody’s work reaches them yet. Say who serves them.',
  barFelt_one: '{{count, number}} party can be felt',
  barFelt_other: '{{count, number}} parties can be felt',
  barUnfelt: '{{count, number}} never',
  barNobody_one: '{{count, number}} serves nobody',
  barNobody_other: '{{count, number}} serve nobody',
  felt: 'How late before they feel it',
  feltHint: 'Each alone late by more than this is felt; slack, buffers and alternatives are counted in.',
  unfelt: 'Reach them, but are never felt',
  because: {
    'only-helpful': 'only helpful: its lateness inconveniences, no more',
    absorbed: 'alternatives or slack take all of it, however late',
  },
  nobody: 'Serve no external customer',
  nobodyHint: 'This is what “that’s not my job” looks like on a map: work that ends with nobody who pays.',
  linked: 'hands on work, but to nobody who serves an external customer',
  unlinked: 'no link touches it',
  everybody: 'Every team and supplier here serves some external customer.',
  gate_one: 'a gate: {{count, number}} other comes only through here',
  gate_other: 'a gate: {{count, number}} others come only through here',
  gates: 'A gate is a good place for a check or a buffer.',
  ends: 'Back to the whole map',
  end: 'End',
  more: 'Show all {{count, number}}',
} as const;

addText({ seenFrom: seenFromText });
