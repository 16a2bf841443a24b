/** The numbers of those that a mask marks with 1, by number. */
export function marked(mask: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) found.push(i);
  return found;
}
