import i18next from 'i18next';
import { messages } from '@downstream/ripple/messages';
import type { Translate } from '@downstream/ripple/phrase';
import { wholeMapMessages } from '@downstream/ripple/whole-map-messages';

/** The engine's words in English, as plain text. */
export async function englishTranslate(): Promise<Translate> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: 'en',
    resources: { en: { translation: { ...messages, ...wholeMapMessages } } },
    interpolation: { escapeValue: false },
  });
  return (key, values) => instance.t(key, values);
}
