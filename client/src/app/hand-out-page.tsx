import { workingTimeOf } from '@downstream/graph-schema/duration';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useTranslation } from 'react-i18next';
import type { Ripple } from '../engine/use-ripple';
import { HandOut, type HandOutRow } from '../features/export/hand-out';
import { paintedSvg } from '../features/export/painted-svg';
import { LegendList } from '../features/picture/legend';
import { explained, type PaperPicture, type ShownPicture } from '../features/picture/paper';
import { face } from '../features/picture/type-face';
import type { RippleRow } from '../features/ripple/ripple-rows';
import { rowsOf } from '../features/ripple/rows-of';
import { nameOf } from '../open-map/name-of';
import { shortDuration } from '../show/duration';
import { phraseText } from '../text/phrases';
import { onPaper, today, verdictOf } from './paper';
import '../text/en-export';

export interface HandOutPageProps {
  content: MapContent;
  ripple: Ripple | undefined;
  shown: ShownPicture | undefined;
  /** Of what is on the page. */
  address: string;
}

/** Pixels of a printed picture across the sheet: 190 mm at 96 to the inch. */
const acrossPaper = 718;

/** Puts the hand-out together from what the picture and the ripple have to say. */
export default function HandOutPage({ content, ripple, shown, address }: HandOutPageProps) {
  const { t, i18n } = useTranslation();
  const picture = shown && onPaper(shown, t);
  const { name, mission } = content.map;
  const time = workingTimeOf(content.map);
  const moments = new Map(ripple?.report.delay?.hits.map(({ party, at }) => [party, at]));
  const row = ({ party, size, of, why }: RippleRow): HandOutRow => {
    const at = moments.get(party);
    const when = at === undefined ? '' : t('export.paper.at', { duration: shortDuration(at, time) });
    return {
      party,
      name: nameOf(content, party),
      isCustomer: of === 'customer',
      when,
      size: size(),
      why: why(),
    };
  };
  const said = verdictOf(ripple);
  const rows = ripple && rowsOf(ripple, content, t);
  return (
    <HandOut
      name={name}
      mission={mission}
      ripple={
        ripple &&
        said &&
        rows && {
          ...said,
          feels: rows.feels.map(row),
          stopped: rows.stopped.map(row),
          rests: phraseText(ripple.explanation.provenance.words),
        }
      }
      picture={picture && drawn(picture, name, said?.verdict ?? '')}
      legend={
        <LegendList {...(shown ? explained(shown) : { content, show: ripple?.show, hasRegions: false })} />
      }
      source={t('export.paper.source', { address, day: today(i18n.language) })}
    />
  );
}

function drawn({ bounds, paint }: PaperPicture, title: string, description: string): string {
  const { width, height } = bounds;
  return paintedSvg({
    width,
    height,
    title,
    description,
    family: face,
    paint: (context) => {
      context.translate(-bounds.x, -bounds.y);
      paint(context, Math.min(1, acrossPaper / width));
    },
  });
}
