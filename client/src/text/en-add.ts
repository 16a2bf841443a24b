import { addText } from './late-text';

/** The words of features/add. */
export const addFormText = {
  stepByStep: 'Step by step',
  quick: 'In one line',
  quickLabel: 'Provider > customer: what is handed on',
  quickExample: 'Bag loaders > Turnaround: loaded hold',
  quickHint:
    'A name that is on the map means that party; any other becomes a team. A > B > C makes a chain, and (10m slack) may end the line.',
  enter: 'Add',
  added: 'Added: {{what}}',
  party: 'A party',
  name: 'Name',
  nameExample: 'Gate agents',
  addParty: 'Add party',
  link: 'A link',
  connect: 'Connect',
  outputExample: 'loaded hold',
  choose: 'Choose …',
  linkedAlready:
    '{{provider}} and {{customer}} are linked already. If something else is handed over, too, say what.',
  chooseBoth: 'Choose a provider and a customer.',
  twoFirst: 'A link needs two parties. Add them first.',
} as const;

addText({ add: addFormText });
