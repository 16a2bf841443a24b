import type { MapContent } from '@downstream/graph-schema/map-content';
import type { TFunction } from 'i18next';
import type { Items } from '../../open-map/apply-changes';
import { linkInWords, nameOf } from '../../open-map/name-of';
import { percent, shortDuration } from '../../show/duration';
import { isChance, numberAt, type NumberName } from './number-at';
import { itemOf, type WhatIfEdit } from './what-if';

export const measureInWords = (field: NumberName, value: number, content: MapContent): string =>
  isChance(field) ? percent(value) : shortDuration(value, content.map);

/** "Bag loaders → Turnaround control: loaded hold: slack 10 min → 30 min", `items` being the map as it is. */
export function editInWords(edit: WhatIfEdit, content: MapContent, items: Items, t: TFunction): string {
  const { field, id, value } = edit;
  const link = itemOf(edit).type === 'link' ? content.links.find((one) => one.id === id) : undefined;
  const item = link ? linkInWords(content, link) : nameOf(content, id);
  if (field === 'alternativeGroup')
    return t(value === null ? 'compare.edits.leaves' : 'compare.edits.joins', { item });
  if (field === 'switchTime' && value === null) return t('compare.edits.first', { item });
  const words = { item, field: t(`compare.change.field.${field}`).toLowerCase() };
  if (field === 'dependence') {
    const [before, after] =
      value === 'helpful' ? (['blocking', 'helpful'] as const) : (['helpful', 'blocking'] as const);
    return t('compare.edits.number', {
      ...words,
      before: t(`compare.change.dependence.${before}`),
      after: t(`compare.change.dependence.${after}`),
    });
  }
  return t('compare.edits.number', {
    ...words,
    before: measureInWords(field, numberAt(items, field, id).value, content),
    after: typeof value === 'number' ? measureInWords(field, value, content) : t('compare.edits.unsaid'),
  });
}
