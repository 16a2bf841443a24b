import { Stack } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useTranslation } from 'react-i18next';
import { Part } from '../../ui/part';
import { AddParty } from './add-party';
import { BackwardsGuide } from './backwards-guide';
import { ConnectParties } from './connect-parties';
import { QuickEntry } from './quick-entry';
import '../../text/en-details';
import '../../text/en-add';

/** Where someone came from with the wish to add: which field they want to type in first. */
export interface AddWish {
  what: 'anything' | 'party' | 'link';
  /** The provider of the link that is wanted. */
  from?: string | undefined;
  /** Counts the wishes: one that is repeated takes the focus again. */
  asked: number;
}

export interface AddPanelProps {
  wish: AddWish;
  onAdded: (item: ItemReference) => void;
  /** The map is told; now it can be played with. */
  onDone: () => void;
}

/** Four ways to put more on the map: question by question, a line of text, a party by name, a link between two parties. */
export default function AddPanel({ wish, onAdded, onDone }: AddPanelProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xl">
      <Part title={t('add.stepByStep')}>
        <BackwardsGuide onAdded={onAdded} onDone={onDone} focusAtOnce={wish.what === 'anything'} />
      </Part>
      <Part title={t('add.quick')}>
        <QuickEntry onAdded={onAdded} focusAtOnce={false} />
      </Part>
      <Part title={t('add.party')}>
        <AddParty onAdded={onAdded} focusAtOnce={wish.what === 'party'} />
      </Part>
      <Part title={t('add.link')}>
        <ConnectParties from={wish.from} onAdded={onAdded} focusAtOnce={wish.what === 'link'} />
      </Part>
    </Stack>
  );
}
