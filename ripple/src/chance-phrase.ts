import type { Phrase } from './phrase.js';
import { phrase } from './phrase.js';

/** A probability in words: whole percents, a decimal near the ends, and never 0 or 100 for what is neither. */
export function chancePhrase(probability: number): Phrase {
  if (probability > 0 && probability < 0.001) return phrase('chance.under');
  if (probability < 1 && probability > 0.999) return phrase('chance.over');
  const nearAnEnd = probability < 0.1 || probability > 0.9;
  const percent = nearAnEnd ? Math.round(probability * 1000) / 10 : Math.round(probability * 100);
  return phrase('chance.percent', { percent });
}
