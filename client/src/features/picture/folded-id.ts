/** Half a character, which no id on a map may hold: what it begins is a folded card or a bundle of links. */
export const foldedMark = '\uD800';

export const isFolded = (id: string): boolean => id.startsWith(foldedMark);

/** How far the lowest card of a stack sticks out, in the picture's units. */
export const stackDepth = 7;
