import { UnstyledButton } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { percent, shortDuration } from '../../show/duration';
import { Part } from '../../ui/part';
import type { KindDifference } from './difference';

export interface DifferenceRowsProps {
  content: MapContent;
  difference: KindDifference;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
}

/** More rows than these wait until they are asked for. */
const firstRows = 12;

/** Party by party: what it feels before, what after. The same that the two pictures show, as a table. */
export function DifferenceRows({ content, difference, selection, onSelect }: DifferenceRowsProps) {
  const { t } = useTranslation();
  const [showAll, setShowAll] = useState(false);
  const { kind, parties } = difference;
  const shown = showAll ? parties : parties.slice(0, firstRows);
  const amount = (value: number): string => {
    if (value === 0) return '–';
    return kind === 'delay'
      ? t('ripple.hit', { duration: shortDuration(value, content.map) })
      : percent(value);
  };
  return (
    <Part title={t(`compare.rows.${kind}`)} gap="xs">
      {parties.length === 0 ? (
        <p className="small-words">{t('compare.rows.none')}</p>
      ) : (
        <table className="compare-rows number-table" aria-label={t(`compare.rows.${kind}`)}>
          <thead>
            <tr>
              <th scope="col">{t('compare.rows.who')}</th>
              <th scope="col">{t('compare.before')}</th>
              <th scope="col">{t('compare.after')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ party, isCustomer, before, after }) => {
              const isChosen = selection?.type === 'party' && selection.id === party;
              return (
                <tr key={party} data-customer={isCustomer} data-changed={before !== after}>
                  <th scope="row">
                    <UnstyledButton
                      aria-pressed={isChosen}
                      onClick={() => onSelect(isChosen ? undefined : { type: 'party', id: party })}
                    >
                      {nameOf(content, party)}
                    </UnstyledButton>
                  </th>
                  <td>{amount(before)}</td>
                  <td>{amount(after)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {parties.length > shown.length && (
        <UnstyledButton className="what-if-reset" onClick={() => setShowAll(true)}>
          {t('ripple.more', { count: parties.length })}
        </UnstyledButton>
      )}
    </Part>
  );
}
