import { addText } from './late-text';

/** The words of the first page. */
export const homeText = {
  title: 'One of us is late. Who feels it?',
  subtitle:
    'Downstream shows whose work depends on whose, out to the people who pay for it, and how one delay or one mistake ripples there.',
  mapYours: 'Map yours',
  tryIt: 'Make the bag loaders 30 minutes late',
  tap: 'Press the button, or tap any team on the map.',
  watch: 'Watch it travel. Move the slider, or tap another team.',
  startOver: 'Start over',
  openMap: 'Open this map',
  samples: 'Other places where this happens',
  own: 'Your maps',
  noneYet: 'Your own map',
  noneYetHint: 'Begin with one external customer and ask who serves them. Ten minutes make a first map.',
  changed: 'Changed {{when}}',
  noLink: 'Open the link that you were given',
  noLinkHint: 'This server shows maps to those who have a link to them. Ask whoever sent you here for yours.',
} as const;

/** One line about each sample map. */
export const sampleText = {
  'airline-lost-bag': 'A loader misses one bag; passengers at another airport pay for it.',
  'hospital-blood-draw': 'A supply clerk orders two hours late. Who ends up waiting in a corridor?',
  'restaurant-cleaning-rota': 'The cleaning rota slips, and the guest judges the kitchen by the restroom.',
  'card-issuer-overcharge': 'Accounting charges twenty dollars too much. Watch who has to carry it on.',
  'magazine-at-war': 'Editors and production each wait for the other, and the reader waits for both.',
  'product-company': 'Sixty teams, one sign-in that is three days late. For those who lead many teams.',
} as const;

addText({ home: homeText, sample: sampleText });
