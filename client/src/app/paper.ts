import type { MapContent } from '@downstream/graph-schema/map-content';
import type { TFunction } from 'i18next';
import type { Ripple } from '../engine/use-ripple';
import {
  laidOutForPaper,
  paperPalette,
  paperPicture,
  type PaperPicture,
  type ShownPicture,
} from '../features/picture/paper';
import { wordsOf } from '../features/picture/use-stage';
import { phrasesText } from '../text/phrases';

/** What goes on paper: the map as it is open, the ripple that plays on it, and the picture where there is one. */
export interface ToPaper {
  content: MapContent;
  ripple: Ripple | undefined;
  /** What stands on the page; absent while the map is shown as something else than a picture. */
  shown: ShownPicture | undefined;
}

/** What is on the page, or the map laid out anew where the page shows a table. Throws where that fails. */
export const shownOrLaidOut = async ({ content, ripple, shown }: ToPaper): Promise<ShownPicture> =>
  shown ?? laidOutForPaper(content, ripple?.show);

/** The picture in the colours of paper; undefined for an empty map. */
export const onPaper = (shown: ShownPicture, t: TFunction): PaperPicture | undefined =>
  paperPicture(shown, wordsOf(shown.content, t), paperPalette());

/** What a ripple came to, and what was asked; undefined on a calm map. */
export const verdictOf = (ripple: Ripple | undefined): { verdict: string; asked: string } | undefined =>
  ripple && {
    verdict: phrasesText(ripple.explanation.headlines.map(({ words }) => words)),
    asked: phrasesText(ripple.explanation.asked),
  };

/** Today, as the reader's language writes it. */
export const today = (language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date());
