import type { Arrangeable } from './arrange';
import type { Point } from './route';

/** What a line costs the eye: a card that it leads behind, a line that it crosses, and this many units of length. */
const [behindCard, crossing, unitsOfLength] = [3, 1, 160];
const mostRounds = 8;

/**
 * Changes places within groups, in place, until no change makes the lines easier to follow: two cards change places
 * where both have room, or a group is mirrored. Answers with what the lines cost in the end; only to be compared with
 * other places of the same map. A hill is climbed from where it begins, so the answer depends on that.
 */
export function untangle({ parties, links, gap }: Arrangeable, places: Map<string, Point>): number {
  const indexOf = new Map(parties.map(({ id }, index) => [id, index]));
  const at = parties.map(({ id }) => places.get(id)!);
  const from = links.map(({ provider }) => indexOf.get(provider)!);
  const to = links.map(({ customer }) => indexOf.get(customer)!);
  const linksOf: number[][] = parties.map(() => []);
  links.forEach((_, link) => {
    linksOf[from[link]!]!.push(link);
    if (to[link] !== from[link]) linksOf[to[link]!]!.push(link);
  });
  const isCounted = new Uint8Array(links.length);

  /** Of some lines, each crossing between two of them counted once. */
  function costOf(some: readonly number[]): number {
    let cost = 0;
    isCounted.fill(0);
    for (const link of some) {
      isCounted[link] = 1;
      const [a, b] = [from[link]!, to[link]!];
      const [start, end] = [at[a]!, at[b]!];
      cost += Math.sqrt((end.x - start.x) ** 2 + (end.y - start.y) ** 2) / unitsOfLength;
      for (let party = 0; party < at.length; party += 1)
        if (party !== a && party !== b && leadsThrough(start, end, at[party]!, parties[party]!))
          cost += behindCard;
      for (let other = 0; other < links.length; other += 1) {
        const [c, d] = [from[other]!, to[other]!];
        const isApart = a !== c && a !== d && b !== c && b !== d;
        if (isApart && isCounted[other] === 0 && cross(start, end, at[c]!, at[d]!)) cost += crossing;
      }
    }
    return cost;
  }

  const swap = (a: number, b: number): void => {
    const { x, y } = at[a]!;
    Object.assign(at[a]!, at[b]!);
    Object.assign(at[b]!, { x, y });
  };
  const hasRoom = (one: number, among: readonly number[]): boolean =>
    among.every((other) => {
      if (other === one) return true;
      const [a, b] = [parties[one]!, parties[other]!];
      return (
        Math.abs(at[one]!.x - at[other]!.x) >= (a.width + b.width) / 2 + gap ||
        Math.abs(at[one]!.y - at[other]!.y) >= (a.height + b.height) / 2 + gap
      );
    });

  /** Undoes a change that does not help. */
  function attempt(moved: readonly number[], change: () => void, isAllowed: () => boolean): boolean {
    const touched = [...new Set(moved.flatMap((party) => linksOf[party]!))];
    const before = costOf(touched);
    change();
    if (isAllowed() && costOf(touched) < before - 1e-6) return true;
    change();
    return false;
  }

  const everybody = parties.map((_, index) => index);
  const teams = mates(parties);
  for (let round = 0, helped = true; helped && round < mostRounds; round += 1) {
    helped = false;
    for (const { members, isRegion } of teams) {
      const among = isRegion ? members : everybody;
      members.forEach((a, index) => {
        for (const b of members.slice(index + 1)) {
          const isAllowed = (): boolean => hasRoom(a, among) && hasRoom(b, among);
          if (attempt([a, b], () => swap(a, b), isAllowed)) helped = true;
        }
      });
      if (!isRegion) continue;
      for (const axis of ['x', 'y'] as const) {
        const change = (): void => mirror(members, at, parties, axis);
        if (attempt(members, change, () => true)) helped = true;
      }
    }
  }
  return costOf(links.map((_, link) => link));
}

/** Who may change places with whom: those of a group, and among those of none external customers and the rest. */
function mates(parties: Arrangeable['parties']): { members: number[]; isRegion: boolean }[] {
  const byKey = new Map<string, number[]>();
  parties.forEach(({ group, isLast }, index) => {
    const key = JSON.stringify(group ?? isLast);
    byKey.set(key, [...(byKey.get(key) ?? []), index]);
  });
  return [...byKey.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({ members, isRegion: parties[members[0]!]!.group !== undefined }));
}

function mirror(
  members: readonly number[],
  at: readonly Point[],
  parties: Arrangeable['parties'],
  axis: 'x' | 'y',
): void {
  const size = axis === 'x' ? 'width' : 'height';
  const least = Math.min(...members.map((party) => at[party]![axis] - parties[party]![size] / 2));
  const most = Math.max(...members.map((party) => at[party]![axis] + parties[party]![size] / 2));
  for (const party of members) at[party]![axis] = least + most - at[party]![axis];
}

/** Which side of the line from `a` to `b` a point is on. */
const side = (a: Point, b: Point, point: Point): number =>
  (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);

const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Whether the straight way from one point to another leads through a card around a middle: by its two diagonals. */
function leadsThrough(
  from: Point,
  to: Point,
  middle: Point,
  { width, height }: { width: number; height: number },
): boolean {
  const [w, h] = [width / 2, height / 2];
  if (Math.max(from.x, to.x) < middle.x - w || Math.min(from.x, to.x) > middle.x + w) return false;
  if (Math.max(from.y, to.y) < middle.y - h || Math.min(from.y, to.y) > middle.y + h) return false;
  const corner = (x: number, y: number): Point => ({ x: middle.x + x, y: middle.y + y });
  return cross(from, to, corner(-w, -h), corner(w, h)) || cross(from, to, corner(-w, h), corner(w, -h));
}
