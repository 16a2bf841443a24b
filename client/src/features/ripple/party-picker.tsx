import { Select } from '@mantine/core';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useTranslation } from 'react-i18next';

export interface PartyPickerProps {
  content: MapContent;
  party: string | null;
  onPick: (party: string) => void;
}

/** Everyone who can be late or wrong: teams and suppliers, found by typing. */
export default function PartyPicker({ content, party, onPick }: PartyPickerProps) {
  const { t } = useTranslation();
  const choices = content.parties
    .filter(({ kind }) => kind !== 'external-customer')
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      label={t('ripple.who')}
      {...(party === null && { description: t('ripple.chooseHint') })}
      placeholder={t('ripple.choose')}
      data={choices}
      value={party}
      searchable
      allowDeselect={false}
      limit={200}
      maxDropdownHeight={320}
      nothingFoundMessage={t('ripple.nobodyFound')}
      onChange={(picked) => {
        if (picked !== null) onPick(picked);
      }}
    />
  );
}
