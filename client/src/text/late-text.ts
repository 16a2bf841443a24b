import i18next from 'i18next';
import type { compareText } from './en-compare';

/** The words of parts that are loaded when they are first asked for; they come with those parts. */
export interface LateText {
  compare: typeof compareText;
}

const waiting: Partial<LateText>[] = [];

/** Adds the words of a part that has just been loaded. */
export function addText(words: Partial<LateText>): void {
  if (i18next.isInitialized) i18next.addResourceBundle('en', 'translation', words, true);
  else waiting.push(words);
}

/** What was loaded before the page's text had started, as tests do. */
export const textThatWaited = (): Partial<LateText> => Object.assign({}, ...waiting) as Partial<LateText>;
