import { Select } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import { referenceKey } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { linkInWords } from '../../open-map/name-of';

export interface ChangePickerProps {
  content: MapContent;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference) => void;
}

/** Everything that has numbers, found by typing: for those who do not tap on the picture. */
export function ChangePicker({ content, selection, onSelect }: ChangePickerProps) {
  const { t } = useTranslation();
  const data = useMemo(() => {
    const parties = content.parties
      .filter(({ kind }) => kind !== 'external-customer')
      .map(({ id, name }) => ({ value: referenceKey({ type: 'party', id }), label: name }));
    const links = content.links.map((link) => ({
      value: referenceKey({ type: 'link', id: link.id }),
      label: linkInWords(content, link),
    }));
    const byLabel = (a: { label: string }, b: { label: string }): number => a.label.localeCompare(b.label);
    return [
      { group: t('compare.change.links'), items: links.sort(byLabel) },
      { group: t('compare.change.parties'), items: parties.sort(byLabel) },
    ];
  }, [content, t]);
  return (
    <Select
      label={t('compare.change.of')}
      placeholder={t('compare.change.choose')}
      data={data}
      value={selection ? referenceKey(selection) : null}
      searchable
      allowDeselect={false}
      limit={200}
      maxDropdownHeight={320}
      nothingFoundMessage={t('compare.change.nothingFound')}
      onChange={(picked) => {
        const [type, ...rest] = picked?.split(' ') ?? [];
        if (type === 'party' || type === 'link') onSelect({ type, id: rest.join(' ') });
      }}
    />
  );
}
