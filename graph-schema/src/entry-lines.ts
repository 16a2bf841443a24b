import { LineCounter } from 'yaml';
import type { DocumentPath, MapFileDocument } from './map-file-document.js';
import { parseYamlDocument } from './yaml-document.js';

/** Where an entry of a list stands in a text: offsets of its first character and of the one after its last. */
export interface EntryPlace {
  start: number;
  end: number;
}

/** The entries of a map file's lists, by the name of the list. */
export type EntryPlaces = ReadonlyMap<string, readonly EntryPlace[]>;

/** The line of an offset, from 1, in logarithmic time. */
export function lineFinder(text: string): (offset: number) => number {
  const lines = new LineCounter();
  for (let at = 0; at >= 0;) {
    lines.addNewLine(at);
    const end = text.indexOf('\n', at);
    at = end === -1 ? -1 : end + 1;
  }
  return (offset) => Math.max(1, lines.linePos(offset).line);
}

/**
 * Lines of a text whose entries' places are known: only the entry in question is parsed with positions, which for a
 * whole text of 50,000 takes seconds. `pathOfEntry` leads to the entry in its own piece of the text, `elsewhere`
 * tells lines outside of all entries.
 */
export function linesByEntry(
  text: string,
  places: EntryPlaces,
  { pathOfEntry, elsewhere }: { pathOfEntry: DocumentPath; elsewhere: MapFileDocument['lineOf'] },
): Pick<MapFileDocument, 'lineOf' | 'nearLineOf'> {
  const lineAt = lineFinder(text);
  const placeOf = ([list, index]: DocumentPath): EntryPlace | undefined =>
    typeof list === 'string' && typeof index === 'number' ? places.get(list)?.[index] : undefined;
  return {
    lineOf(path) {
      const place = placeOf(path);
      if (!place) return elsewhere(path);
      const first = lineAt(place.start);
      const entry = parseYamlDocument(text.slice(place.start, place.end));
      return 'value' in entry ? first + entry.lineOf([...pathOfEntry, ...path.slice(2)]) - 1 : first;
    },
    nearLineOf(path) {
      const place = placeOf(path);
      return place ? lineAt(place.start) : elsewhere(path);
    },
  };
}
