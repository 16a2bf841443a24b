import type { MapSettings } from '@downstream/graph-schema/map';
import i18next from 'i18next';
import { percent, shortDuration } from '../../show/duration';

const minutes = new Set(['slack', 'buffer', 'switchTime', 'leadTime', 'dayLength', 'weekLength']);
const chances = new Set(['defectPass', 'catchRate']);

/** What somebody wrote into a field, as it stands on the page. */
export function valueInWords(field: string, value: unknown, map: MapSettings): string {
  if (value === null || value === undefined || value === '') return i18next.t('conflict.empty');
  if (typeof value === 'number' && minutes.has(field)) return shortDuration(value, map);
  if (typeof value === 'number' && chances.has(field)) return percent(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
