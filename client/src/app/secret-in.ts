/** The secret after the # of a link's address, which browsers never send anywhere; undefined where there is none. */
export function secretIn(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)) || undefined;
  } catch {
    return hash.slice(1);
  }
}
