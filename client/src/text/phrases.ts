import { inWords, type Phrase } from '@downstream/ripple/phrase';
import i18next from 'i18next';

/** A sentence of the engine in the reader's language. */
export const phraseText = (phrase: Phrase): string =>
  inWords(phrase, (key, values) => i18next.t(key, { ns: 'ripple', ...values }));

/** The same with no number and what it counts on two lines. */
export const unbroken = (text: string): string => text.replaceAll(/(\d) /gu, '$1\u00a0');

/** Several sentences, read one after the other. */
export const phrasesText = (phrases: readonly Phrase[]): string => phrases.map(phraseText).join(' ');
