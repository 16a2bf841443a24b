import { inWords, type Phrase } from '@downstream/ripple/phrase';
import i18next from 'i18next';

/** A sentence of the engine in the reader's language. */
export const phraseText = (phrase: Phrase): string =>
  // Which values a sentence takes is known where it was made; here one key stands for all of them.
  inWords(phrase, (key, values) => i18next.t(key as 'limits', { ns: 'ripple', ...values }));

/** Several sentences, read one after the other. */
export const phrasesText = (phrases: readonly Phrase[]): string => phrases.map(phraseText).join(' ');
