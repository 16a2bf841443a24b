/** Cells beyond the edge that are kept ready, so that a quick hand sees no gaps. */
const spare = 4;

/**
 * Which of `count` cells in a row lie in the room, by index, from `first` up to but not including `end`. The rest is
 * not drawn: a map of 5,000 parties has 25 million cells. All sizes in pixels.
 */
export function shownRange(
  scrolled: number,
  room: number,
  size: number,
  count: number,
): { first: number; end: number } {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / size) - spare));
  const end = Math.max(first, Math.min(count, Math.ceil((scrolled + room) / size) + spare));
  return { first, end };
}

/** The same as a list, with one more cell that must be there wherever it lies: the one in focus. */
export function shownCells(range: { first: number; end: number }, also: number, count: number): number[] {
  const cells = Array.from({ length: range.end - range.first }, (_, index) => range.first + index);
  if (also < 0 || also >= count || (also >= range.first && also < range.end)) return cells;
  return also < range.first ? [also, ...cells] : [...cells, also];
}
