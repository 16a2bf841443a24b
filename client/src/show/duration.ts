import type { MapSettings } from '@downstream/graph-schema/map';
import { defaultDayLength, defaultWeekLength } from '@downstream/graph-schema/map';
import { chancePhrase } from '@downstream/ripple/chance-phrase';
import { shortDurationPhrase } from '@downstream/ripple/duration-phrase';
import { phraseText } from '../text/phrases';

/** Minutes as they stand on a badge: "20 min", "1 h 30 min". A number and its unit are never on two lines. */
export function shortDuration(minutes: number, map: Pick<MapSettings, 'dayLength' | 'weekLength'>): string {
  const { dayLength = defaultDayLength, weekLength = defaultWeekLength } = map;
  return phraseText(shortDurationPhrase(minutes, { dayLength, weekLength })).replaceAll(
    /(\d) /gu,
    '$1\u00a0',
  );
}

/** A probability as it stands on a badge: "34 %". */
export const percent = (probability: number): string => phraseText(chancePhrase(probability));
