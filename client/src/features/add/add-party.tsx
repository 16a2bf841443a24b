import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import { limits } from '@downstream/graph-schema/limits';
import { partyKinds, type PartyKind } from '@downstream/graph-schema/party';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newParty } from '../../open-map/new-items';
import { useOpenMap } from '../../open-map/use-open-map';
import { useNameField } from './use-name-field';

export interface AddFormProps {
  onAdded: (item: ItemReference) => void;
  focusAtOnce: boolean;
}

/** A party by name and kind; the field is ready for the next one at once. */
export function AddParty({ onAdded, focusAtOnce }: AddFormProps) {
  const { t } = useTranslation();
  const edit = useOpenMap((map) => map.edit);
  const { name, setName, problem, setProblem, field, takeLine } = useNameField(focusAtOnce);
  const [kind, setKind] = useState<PartyKind>('team');

  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    if (takeLine(onAdded)) return;
    const party = newParty(kind, name.trim());
    const flaw = edit([{ op: 'put', item: party }])[0];
    setProblem(flaw?.message);
    field.current?.focus();
    if (flaw) return;
    setName('');
    onAdded({ type: 'party', id: party.id });
  };

  return (
    <form onSubmit={add}>
      <Stack gap="sm">
        <TextInput
          ref={field}
          label={t('add.name')}
          placeholder={t('add.nameExample')}
          value={name}
          maxLength={limits.name}
          error={problem}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('details.kind')}
          value={kind}
          data={partyKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as PartyKind)}
        />
        <Button type="submit" variant="default">
          {t('add.addParty')}
        </Button>
      </Stack>
    </form>
  );
}
