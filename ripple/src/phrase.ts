import type { messages } from './messages.js';
import type { wholeMapMessages } from './whole-map-messages.js';

/** A sentence, or part of one, as data: a template and what goes into it. Values may be phrases themselves. */
export interface Phrase {
  key: PhraseKey;
  values: PhraseValues;
}

export type PhraseValues = Readonly<Record<string, string | number | Phrase>>;

/** The dotted path of a message, without its plural suffix. */
export type PhraseKey = WithoutPlural<PathsOf<typeof messages> | PathsOf<typeof wholeMapMessages>>;

type PathsOf<Tree, Before extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Before}${Key}`
    : PathsOf<Tree[Key], `${Before}${Key}.`>;
}[keyof Tree & string];

type WithoutPlural<Path extends string> = Path extends `${infer Start}_one` | `${infer Start}_other`
  ? Start
  : Path;

/** Looks up a message and fills it in: `t` of i18next, with `messages` and `wholeMapMessages` as its resources. */
export type Translate = (key: PhraseKey, values: Record<string, string | number>) => string;

export const phrase = (key: PhraseKey, values: PhraseValues = {}): Phrase => ({ key, values });

/** A phrase as text, the phrases inside it first. */
export function inWords({ key, values }: Phrase, translate: Translate): string {
  const filled = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'object' ? inWords(value, translate) : value] as const,
  );
  return translate(key, Object.fromEntries(filled));
}
