import { addText } from './late-text';

/** The words of features/export and of the embedded map. */
export const exportText = {
  menu: 'Download or print',
  title: 'Take it with you',
  picture: 'Picture',
  pictureHint:
    'The whole map as it is laid out now, with its name, its key and what the ripple came to, on light paper.',
  png: 'Picture (PNG)',
  svg: 'Drawing (SVG)',
  drawing: 'Drawing …',
  smaller:
    'This map is too large for a sharp bitmap: it was drawn at {{percent}} of the size. The SVG holds every detail.',
  tooLarge: 'This map is too large for a bitmap on this device. Take the SVG, which holds every detail.',
  failed: 'The picture could not be drawn. The map itself is safe; try again, or load the page again.',
  nothing: 'Nothing is on this map yet, so there is nothing to draw.',
  handOut: 'Hand-out',
  handOutHint:
    'One page: what happened, who feels it, when and why, and where it stopped. The browser’s print window can also save it as a PDF.',
  calmHint: 'One page with the picture. Begin a ripple first to hand out what it does.',
  print: 'Print one page',
  ripple: 'This ripple as data',
  rippleHint: 'Everyone it comes near: how late, how likely, when and why.',
  rippleCsv: 'Spreadsheet (CSV)',
  rippleJson: 'Report (JSON)',
  map: 'The map as a file',
  mapHint:
    'A map file holds everything and can be uploaded again; spreadsheets hold the links or the parties.',
  links: 'Links (CSV)',
  parties: 'Parties (CSV)',
  /** At the foot of a picture. */
  source: 'Drawn with Downstream on {{day}}',
  embed: {
    title: 'On another site',
    hint: 'A frame that shows the map with this selection and this ripple, and changes nothing. It holds a viewer’s link of its own: whoever can see that page can read this map, until you revoke the link below.',
    create: 'Make the code for a frame',
    code: 'Put this where the map should be',
    made: 'This code is shown only now.',
    cannot: 'This map cannot be shown here',
    noSecret:
      'The frame’s address is not complete: what should follow the # is missing. Copy the whole code again from the map’s share panel.',
    notViewer:
      'This frame holds a link that may change the map. Make the code in the map’s share panel, which gives it a viewer’s link, and revoke the other one.',
    full: 'Open the full map',
  },
  paper: {
    label: 'Hand-out of {{map}}',
    feels: 'Who feels it',
    nobody: 'Nobody but the one it began with.',
    who: 'Who',
    when: 'When',
    much: 'How much',
    why: 'Why',
    at: '+{{duration}}',
    customer: 'external customer',
    more_one: 'and one more',
    more_other: 'and {{count, number}} more',
    stopped: 'Where it stopped',
    rests: 'What it rests on',
    key: 'Key',
    source: '{{address}} · {{day}}',
  },
} as const;

addText({ export: exportText });
