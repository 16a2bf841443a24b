import { distance } from 'fastest-levenshtein';

/**
 * The name a person most likely meant: the nearest by edit distance, letter case aside, if it is near enough to be a
 * slip of the hand, which leaves at least half of the letters right. Costs one comparison a name.
 */
export function nearestName(meant: string, names: Iterable<string>): string | undefined {
  const wanted = meant.toLowerCase();
  let nearest: string | undefined;
  let least = Math.min(Math.floor(meant.length / 2), Math.max(2, Math.floor(meant.length / 3))) + 1;
  for (const name of names) {
    if (Math.abs(name.length - meant.length) >= least) continue;
    const far = distance(wanted, name.toLowerCase());
    if (far < least) [nearest, least] = [name, far];
  }
  return nearest;
}

/** `; did you mean "…"?`, or nothing where no name is near. */
export function didYouMean(meant: string, names: Iterable<string>): string {
  const nearest = nearestName(meant, names);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}
