import { messages } from '@downstream/ripple/messages';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { sentencesThatWaited, textThatWaited, type LateSentences, type LateText } from './late-text';

/**
 * Starts the page's text; the engine's sentences are the namespace `ripple`. A translation is a second file beside
 * `en.ts`, one beside the engine's messages, and a line here.
 */
export function startText(): void {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: {
      en: { translation: { ...en, ...textThatWaited() }, ripple: { ...messages, ...sentencesThatWaited() } },
    },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & LateText; ripple: typeof messages & LateSentences };
  }
}
