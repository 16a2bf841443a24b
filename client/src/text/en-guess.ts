import { addText } from './late-text';

/** The words of features/guess. */
export const guessText = {
  bar: 'Guess first',
  round: 'Round {{number}}',
  set: {
    title: 'Who is late, or makes a mistake?',
    who: 'Who',
    choose: 'Choose, or click a card',
    nobodyFound: 'Nobody by that name',
    what: 'What happens',
    late: '{{duration}} late',
    defect: 'A mistake in their work',
    hide: 'Keep it hidden until we play',
    hideHint: 'The room guesses without knowing who it is.',
    draw: 'Draw by lot',
    start: 'Start guessing',
  },
  guess: {
    late: '{{party}}: {{duration}} late. Who will be hit?',
    defect: '{{party}}: a mistake in their work. Who will be hit?',
    hidden: 'Something happens somewhere. Who will be hit?',
    count_zero: 'Nobody marked yet',
    count_one: '{{count, number}} marked',
    count_other: '{{count, number}} marked',
    how: 'Click the cards, or walk with the arrow keys and mark with Space. Another click takes a mark away.',
    play: 'Play',
    clear: 'Clear the marks',
    back: 'Choose again',
  },
  play: {
    title: 'Watch it travel …',
    late: '{{party}}: {{duration}} late. Watch it travel …',
    defect: '{{party}}: a mistake in their work. Watch it travel …',
    skip: 'Straight to the end',
  },
  result: {
    found: 'You found {{found}} of {{hit}}.',
    nobody: 'Nobody else is hit.',
    foundNames: '✓ Found: {{names}}.',
    surprises_one: '! {{count, number}} surprise: {{names}}.',
    surprises_other: '! {{count, number}} surprises: {{names}}.',
    notHit_one: '✗ {{count, number}} was not hit: {{names}}.',
    notHit_other: '✗ {{count, number}} were not hit: {{names}}.',
    spared: {
      slack: '{{party}} (spared by slack)',
      buffer: '{{party}} (spared by its buffer)',
      alternative: '{{party}} (spared by an alternative)',
      inconvenienced: '{{party}} (without help, but not late)',
      unlikely: '{{party}} (a chance of {{chance}})',
    },
    defect: 'For a mistake, hit means a chance of {{chance}} or more.',
    next: 'Next round',
    end: 'Look closer',
  },
  tally: {
    title: 'All rounds',
    sum_one:
      '{{count, number}} round: {{found}} of {{hit}} found; surprises: {{surprises}}; not hit: {{notHit}}.',
    sum_other:
      '{{count, number}} rounds: {{found}} of {{hit}} found; surprises: {{surprises}}; not hit: {{notHit}}.',
    round: 'Round',
    found: 'Found',
    surprises: 'Surprises',
    notHit: 'Not hit',
    of: '{{found}} of {{hit}}',
  },
  badge: { marked: '◆ guessed', found: '✓ found', surprise: '! surprise', notHit: '✗ not hit' },
  resting: 'Once you play it, it travels along this line.',
  leave: 'End the game',
  gone: 'Whoever this round began with is no longer on the map, or hands on nothing. Choose somebody else.',
  cannot: 'Guessing needs a team and a link. Add them first.',
  andMore: '{{names}} and {{count, number}} more',
} as const;

addText({ guess: guessText });
