import { addText } from './late-text';

/** The words of features/trace. */
export const traceText = {
  title: {
    origin: 'It begins here: {{name}}',
    hit: 'How it reaches {{name}}',
    spared: 'Why not {{name}}?',
    inconvenienced: 'Why is {{name}} not late?',
    untouched: 'Why not {{name}}?',
  },
  delay: 'The delay, step by step',
  defect: 'The defect, by one possible way',
  saved: 'What saved it',
  slack: '{{duration}} of slack in “{{output}}”',
  slackOf: '{{duration}} of slack in what {{provider}} hands over',
  buffer: '{{duration}} made up by {{name}}',
  alternative: '{{duration}} saved by switching to {{alternative}}',
  badge: { slack: 'slack {{duration}}', buffer: 'buffer {{duration}}', alternative: 'switch {{duration}}' },
  stoppedAt: 'The ripple stopped before it came here, at {{names}}.',
  cameTo: 'It came as far as {{names}}, and what goes on from there holds nobody up.',
  notNear: 'Nobody upstream is touched by this ripple.',
  between_one: '… {{count, number}} step between …',
  between_other: '… {{count, number}} steps between …',
  close: 'Close',
} as const;

addText({ trace: traceText });
