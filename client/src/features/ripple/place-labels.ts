/** A name on the timeline: where it points, and how wide it is, in pixels. */
export interface Label {
  at: number;
  width: number;
  /** The more important is placed first, and keeps its place. */
  weight: number;
}

export interface PlacedLabel {
  /** Left edge. */
  left: number;
  /** 0 is the row nearest the line. */
  row: number;
}

const air = 10;

/**
 * Places names under a line so that no two touch: each under its mark, moved inwards at the ends, in a second row where
 * the first is taken, and left out where both are. The answer is in the order of the labels; undefined is left out.
 */
export function placeLabels(labels: readonly Label[], length: number, rows = 2): (PlacedLabel | undefined)[] {
  const placed: (PlacedLabel | undefined)[] = labels.map(() => undefined);
  const taken: { left: number; right: number; row: number }[] = [];
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => labels[b]!.weight - labels[a]!.weight || a - b);
  for (const index of order) {
    const { at, width } = labels[index]!;
    if (width > length) continue;
    const left = Math.max(0, Math.min(length - width, at - width / 2));
    const right = left + width;
    for (let row = 0; row < rows; row += 1) {
      if (taken.some((other) => other.row === row && left < other.right + air && other.left < right + air))
        continue;
      taken.push({ left, right, row });
      placed[index] = { left, row };
      break;
    }
  }
  return placed;
}
