import { addText } from './late-text';

/** The words of a ripple told in order: features/ripple/ripple-account and ripple-voice. */
export const accountText = {
  title: 'Step by step, in order',
  list: 'The ripple, step by step',
  at: '{{clock}} on the clock',
  more: 'Show all {{count, number}} steps',
  late: '{{name}}: {{duration}} late.',
  chance: '{{name}}: reached with a chance of {{percent}}.',
} as const;

addText({ account: accountText });
