import type { WorkingTime } from '@downstream/graph-schema/duration';
import type { MapSettings } from '@downstream/graph-schema/map';
import { defaultDayLength, defaultWeekLength } from '@downstream/graph-schema/map';
import { chancePhrase } from '@downstream/ripple/chance-phrase';
import { briefDurationPhrase, shortDurationPhrase } from '@downstream/ripple/duration-phrase';
import type { Phrase } from '@downstream/ripple/phrase';
import { phraseText, unbroken } from '../text/phrases';

type Time = Pick<MapSettings, 'dayLength' | 'weekLength'>;

/** Minutes in few letters: "20 min", "1 wk 4 d 6 h 30 min". Loses nothing. */
export const shortDuration = (minutes: number, map: Time): string => said(shortDurationPhrase, minutes, map);

/** Minutes as they stand on a badge: "20 min", "1 wk 4 d". What a badge leaves out is in the words beside it. */
export const badgeDuration = (minutes: number, map: Time): string => said(briefDurationPhrase, minutes, map);

/** How long a day and a week of a map are, each in the unit below it: "8 h", "5 d". */
export function workingTimeInWords({ dayLength = defaultDayLength, weekLength = defaultWeekLength }: Time) {
  const never = Number.MAX_SAFE_INTEGER;
  return {
    day: shortDuration(dayLength, { dayLength: never, weekLength: never }),
    week: shortDuration(weekLength, { dayLength, weekLength: never }),
  };
}

function said(phraseOf: (minutes: number, time: WorkingTime) => Phrase, minutes: number, map: Time): string {
  const { dayLength = defaultDayLength, weekLength = defaultWeekLength } = map;
  return unbroken(phraseText(phraseOf(minutes, { dayLength, weekLength })));
}

/** A probability as it stands on a badge: "34 %". */
export const percent = (probability: number): string => phraseText(chancePhrase(probability));
