import { Text, UnstyledButton } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { useContent } from '../../open-map/use-open-map';
import { Part } from '../../ui/part';

export interface LinkListProps {
  title: string;
  empty: string;
  links: readonly Link[];
  /** Which end of each link is named. */
  other: 'provider' | 'customer';
  onSelect: (item: ItemReference) => void;
}

/** A party's links on one side, each of which can be chosen. */
export function LinkList({ title, empty, links, other, onSelect }: LinkListProps) {
  const { t } = useTranslation();
  const content = useContent();
  return (
    <Part title={title} gap="0">
      {links.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      <ul className="rows">
        {links.map((link) => (
          <li key={link.id}>
            <UnstyledButton className="row-button" onClick={() => onSelect({ type: 'link', id: link.id })}>
              <span>{link.output.trim() || t('details.unnamedOutput')}</span>
              <Text span size="sm" c="dimmed">
                {t(other === 'provider' ? 'details.from' : 'details.to', {
                  name: nameOf(content, link[other]),
                })}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Part>
  );
}
