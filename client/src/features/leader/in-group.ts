import type { TFunction } from 'i18next';

/** The words of a list that is narrowed to a department: wherever there is a sentence that names it, that one. */
export function inGroup(t: TFunction, group: string | undefined): TFunction {
  if (group === undefined) return t;
  // Whether a sentence has such a form is for the texts to know; its type would want all of them to.
  const say = t as unknown as (key: string, words: object) => string;
  const sayOfGroup = (key: string, words?: object) => say(key, { ...words, group, context: 'inGroup' });
  return sayOfGroup as unknown as TFunction;
}
