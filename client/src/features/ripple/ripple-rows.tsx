import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, partyOf } from '../../open-map/name-of';

/** What a ripple does to one party, on one line. Its words are made when it is shown: few of thousands are. */
export interface RippleRow {
  party: string;
  /** "+20 min", "34 %", "−30 min". */
  size: () => string;
  of: 'customer' | 'hit' | 'stopped' | 'inconvenienced';
  why: () => string;
  /** The whole account, shown where the row is chosen. */
  account: () => string;
}

export interface RippleRowsProps {
  content: MapContent;
  rows: readonly RippleRow[];
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
}

/** More rows than these wait until they are asked for. */
const firstRows = 12;

/** Parties that a ripple comes to; choosing one lights its chain on the picture. */
export function RippleRows({ content, rows, selection, onSelect }: RippleRowsProps) {
  const { t } = useTranslation();
  const [showAll, setShowAll] = useState(false);
  const shown = showAll ? rows : rows.slice(0, firstRows);
  return (
    <>
      <ul className="sized-rows">
        {shown.map((row) => {
          const isChosen = selection?.type === 'party' && selection.id === row.party;
          return (
            <li key={row.party}>
              <button
                type="button"
                className="sized-row"
                aria-pressed={isChosen}
                onClick={() => onSelect(isChosen ? undefined : { type: 'party', id: row.party })}
              >
                <span className="row-size" data-of={row.of}>
                  {row.size()}
                </span>
                <span>
                  {partyOf(content, row.party)?.kind === 'external-customer' && (
                    <Person label={t('ripple.customer')} />
                  )}
                  {nameOf(content, row.party)}
                  <small>{(isChosen && row.account()) || row.why()}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {rows.length > shown.length && (
        <button type="button" className="sized-row" onClick={() => setShowAll(true)}>
          {t('ripple.more', { count: rows.length })}
        </button>
      )}
    </>
  );
}

const Person = ({ label }: { label: string }) => (
  <svg className="ripple-person" width="12" height="14" viewBox="0 0 12 14" role="img" aria-label={label}>
    <circle cx="6" cy="4" r="3.2" fill="currentColor" />
    <path d="M0.5 13a5.5 5 0 0 1 11 0z" fill="currentColor" />
  </svg>
);
