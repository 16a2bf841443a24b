import { addText } from './late-text';

/** The words of the questions that a map begins with. */
export const guideText = {
  customer: 'Who is your work for in the end? Name one external customer.',
  customerHint: 'Someone outside who pays, or for whom the organisation is there.',
  customerExample: 'Passengers on board',
  whoServes: 'Who serves {{name}}?',
  whoElse: 'Who else serves {{name}}?',
  whoServesHint: 'A team or a supplier whose work they get directly.',
  providerExample: 'Flight crew',
  whatDoTheyHand: 'What do they hand over?',
  isSupplier: 'They are outside: a supplier',
  add: 'Add',
  nobody: 'Nobody on this map',
  nobodyElse: 'Nobody else',
  back: 'Back to the questions',
  finished: 'That is your chain, from the people who pay back to the beginning.',
  finishedHint:
    'Now make someone late and watch who feels it. Slack and buffers can be said at each link and team.',
  toRipple: 'See a ripple',
  anotherCustomer: 'Another external customer',
  askAgain: 'Ask me again',
} as const;

addText({ guide: guideText });
