import { addText } from './late-text';

/** The words of features/map-yours. */
export const mapYoursText = {
  title: 'Map yours',
  subtitle: 'A map begins with the people who pay, and is read from them backwards.',
  howLabel: 'How to begin',
  way: { questions: 'By questions', paste: 'Paste a table', upload: 'Upload a file' },
  hostOnly:
    'Only whoever runs this server makes new maps here. Ask them for one, or run Downstream on your own machine.',
  customerMissing: 'Name someone: a kind of customer is enough.',
  organisation: 'What is mapped? (you can say later)',
  organisationHint: 'The organisation, or the part of it. It becomes the name of the map.',
  begin: 'Begin',
  nameFor: 'The chain to {{name}}',
  paste: 'Copy the cells from your spreadsheet and paste them here',
  pasteHint:
    'One row for each link: who provides, who is their customer, what is handed on, and, if you know it, how late it may come. A first row with headings is read too.',
  pasteExample: 'Bag loaders, Turnaround control, loaded hold, 10m',
  pastedName: 'Pasted map',
  preview: 'What was understood',
  row: 'Row',
  remark: 'To mend',
  problemAt: '“{{column}}” {{message}}',
  moreRows_one: 'and one more row',
  moreRows_other: 'and {{count, number}} more rows',
  unknownHeadings: 'These columns are not read: {{headings}}.',
  willMake: 'This makes {{parties}} and {{links}}. Those who hand on nothing become external customers.',
  leftOut_one: 'One row has a mistake and is left out.',
  leftOut_other: '{{count, number}} rows have mistakes and are left out.',
  mapName: 'Name of the map',
  makeMap: 'Make this map',
  uploadHint:
    'A map file in YAML or JSON, or a CSV file with one row for each link (headings: provider, customer, output, slack …).',
  choose: 'Choose a file',
  uploadFailed: 'This file is not a map yet',
} as const;

addText({ mapYours: mapYoursText });
