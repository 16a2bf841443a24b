import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { CountedNumber } from '@downstream/ripple/explain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ripple } from '../../engine/use-ripple';
import { linkInWords, nameOf } from '../../open-map/name-of';
import { phraseText } from '../../text/phrases';

export interface RestsOnProps {
  content: MapContent;
  ripple: Ripple;
  onSelect: (item: ItemReference | undefined) => void;
  onHighlight: (items: readonly ItemReference[]) => void;
}

/** A list longer than this would bury what stands below it. */
const mostListed = 40;

/** How many of the numbers under the verdict somebody stands by, and which ones nobody has stated. */
export function RestsOn({ content, ripple, onSelect, onHighlight }: RestsOnProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const assumed = ripple.explanation.provenance.numbers.filter(({ origin }) => origin === 'assumed');
  const links = new Map(content.links.map((link) => [link.id, link]));
  const nameIn = ({ type, id }: CountedNumber): string => {
    const link = type === 'link' ? links.get(id) : undefined;
    return link ? linkInWords(content, link) : nameOf(content, id);
  };
  return (
    <div className="ripple-note">
      {phraseText(ripple.explanation.provenance.words)}{' '}
      {assumed.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
            onHighlight(isOpen ? [] : assumed.map(({ type, id }) => ({ type, id })));
          }}
        >
          {isOpen ? t('ripple.hideAssumed') : t('ripple.showAssumed', { count: assumed.length })}
        </Button>
      )}
      {isOpen && (
        <ul>
          {assumed.slice(0, mostListed).map((number) => (
            <li key={`${number.type} ${number.id} ${number.field}`}>
              <button
                type="button"
                className="sized-row"
                onClick={() => onSelect({ type: number.type, id: number.id })}
              >
                <span>
                  {nameIn(number)}
                  <small>{t(`ripple.number.${number.field}`)}</small>
                </span>
              </button>
            </li>
          ))}
          {assumed.length > mostListed && <li>…</li>}
        </ul>
      )}
    </div>
  );
}
