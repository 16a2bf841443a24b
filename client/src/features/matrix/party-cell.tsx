import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { percent, shortDuration } from '../../show/duration';
import type { Show } from '../../show/show';

export interface CellProps {
  'aria-colindex': number;
  'data-row': number;
  'data-column': number;
  tabIndex: number;
  style: CSSProperties;
}

export interface PartyCellProps extends CellProps {
  party: Party;
  content: MapContent;
  show: Show | undefined;
  as: 'rowheader' | 'columnheader';
  isChosen: boolean;
}

/** A party's name at the edge of the grid, with what the ripple does to it. Keys are heard by the grid. */
export function PartyCell({ party, content, show, as, isChosen, ...cell }: PartyCellProps) {
  const { t } = useTranslation();
  const beat = show?.beats.get(party.id);
  const hits = beat?.badges.flatMap((badge) => {
    if (badge.kind === 'minutes')
      return t('ripple.hit', { duration: shortDuration(badge.minutes, content.map) });
    return badge.kind === 'probability' ? percent(badge.probability) : [];
  });
  const isSpared = show?.spared.has(party.id) ?? false;
  const fate = beat ? beat.part : isSpared ? 'spared' : undefined;
  return (
    <div
      className="matrix-party"
      role={as}
      data-as={as}
      data-kind={party.kind}
      data-fate={fate}
      aria-selected={isChosen}
      title={[party.name, party.group].filter(Boolean).join(' · ')}
      {...cell}
    >
      <span className="matrix-name">
        <bdi>{party.name}</bdi>
      </span>
      {(hits ?? isSpared) && (
        <span className="matrix-hit">{hits ? hits.join(' ') : t('picture.spared')}</span>
      )}
    </div>
  );
}
