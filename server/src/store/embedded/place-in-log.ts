/**
 * An entry's place, in SQL: one number made of its map's number and its revision. Entries are long rows, and under a key
 * of two columns SQLite would keep such rows whole in the inner pages too, and rewrite several pages at a time as the
 * log grows.
 */
export const placeOf = (map: string, revision: string): string => `(${map} << 32 | ${revision})`;

/** The last place that the log of a map may ever have. */
const endOf = (map: string): string => placeOf(map, '0xffffffff');

/** What is true of the places of a map's entries after a revision. */
export const isAfter = (map: string, revision: string): string =>
  `place > ${placeOf(map, revision)} AND place <= ${endOf(map)}`;

/** The place of the newest entry of the map whose row is at hand; null of one that is gone. */
export const newestPlace = `(SELECT max(place) FROM entry WHERE ${isAfter('map.number', '0')})`;
