import i18next from 'i18next';
import type { wholeMapMessages } from '@downstream/ripple/whole-map-messages';
import type { accountText } from './en-account';
import type { compareText } from './en-compare';
import type { guessText } from './en-guess';
import type { leaderText } from './en-leader';
import type { mapYoursText } from './en-map-yours';
import type { guideText } from './en-guide';
import type { groupsText } from './en-groups';
import type { homeText, sampleText } from './en-home';
import type { tableText } from './en-table';
import type { detailsText } from './en-details';
import type { matrixText } from './en-matrix';
import type { exportText } from './en-export';
import type { shareText } from './en-share';
import type { shortcutsText } from './en-shortcuts';
import type { addFormText } from './en-add';
import type { focusText } from './en-focus';
import type { seenFromText } from './en-seen-from';
import type { traceText } from './en-trace';

/** The words of parts that are loaded when they are first asked for; they come with those parts. */
export interface LateText {
  account: typeof accountText;
  compare: typeof compareText;
  guess: typeof guessText;
  leader: typeof leaderText;
  mapYours: typeof mapYoursText;
  groups: typeof groupsText;
  guide: typeof guideText;
  home: typeof homeText;
  table: typeof tableText;
  export: typeof exportText;
  details: typeof detailsText;
  matrix: typeof matrixText;
  sample: typeof sampleText;
  share: typeof shareText;
  shortcuts: typeof shortcutsText;
  add: typeof addFormText;
  focus: typeof focusText;
  trace: typeof traceText;
  seenFrom: typeof seenFromText;
}

/** Sentences of the engine that come in the same way. */
export type LateSentences = typeof wholeMapMessages;

const waiting: Partial<LateText>[] = [];

/** Adds the words of a part that has just been loaded. */
export function addText(words: Partial<LateText>): void {
  if (i18next.isInitialized) i18next.addResourceBundle('en', 'translation', words, true);
  else waiting.push(words);
}

/** What was loaded before the page's text had started, as tests do. */
export const textThatWaited = (): Partial<LateText> => Object.assign({}, ...waiting) as Partial<LateText>;

let waitingSentences: Partial<LateSentences> = {};

/** Adds sentences of the engine that only a part which has just been loaded shows. */
export function addSentences(sentences: Partial<LateSentences>): void {
  if (i18next.isInitialized) i18next.addResourceBundle('en', 'ripple', sentences, true);
  else waitingSentences = { ...waitingSentences, ...sentences };
}

export const sentencesThatWaited = (): Partial<LateSentences> => waitingSentences;
