import { pictureText } from './picture-text';
import { rippleText } from './ripple-text';

/** Every word of the page, in English. Sentences are whole, so that a translation may order them its own way. */
export const en = {
  picture: pictureText,
  ripple: rippleText,
  app: {
    name: 'Downstream',
    skip: 'Skip to the map',
  },
} as const;
