import { inWords, type Phrase } from '@downstream/ripple/phrase';
import i18next from 'i18next';

/** A sentence of the engine in the reader's language. */
export const phraseText = (phrase: Phrase): string =>
  inWords(phrase, (key, values) => i18next.t(key, { ns: 'ripple', ...values }));

/** Several sentences, read one after the other. */
export const phrasesText = (phrases: readonly Phrase[]): string => phrases.map(phraseText).join(' ');
