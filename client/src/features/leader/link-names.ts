import type { MapContent } from '@downstream/graph-schema/map-content';
import i18next from 'i18next';
import '../../text/en-details';

const known = new WeakMap<MapContent['links'], ReadonlyMap<string, string>>();

/** What each link hands on, by the link's id, in words where nobody has named it. */
export function outputNames({ links }: MapContent): ReadonlyMap<string, string> {
  let names = known.get(links);
  if (!names) {
    names = new Map(links.map(({ id, output }) => [id, output.trim() || i18next.t('details.unnamedOutput')]));
    known.set(links, names);
  }
  return names;
}
