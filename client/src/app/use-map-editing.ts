import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { nameOfItem } from '../open-map/name-of';
import { newLink } from '../open-map/new-items';
import { useContent, useOpenMap } from '../open-map/use-open-map';
import { useRemoval } from '../open-map/use-removal';
import { holdTyping } from '../ui/hold-typing';
import { sayWithUndo } from '../ui/undo-toast';

export interface MapEditing {
  remove: (item: ItemReference) => void;
  /** Joins two parties; what passes between them is asked for next. */
  connect: (provider: string, customer: string) => void;
  rename: (item: ItemReference) => void;
}

/** What the picture, the tables and the keys do to an item, and what is shown after it. */
export function useMapEditing(
  selection: ItemReference | undefined,
  select: (item: ItemReference | undefined) => void,
  askName: () => void,
  undo: () => void,
): MapEditing {
  const { t } = useTranslation();
  const content = useContent();
  const edit = useOpenMap((open) => open.edit);
  const remove = useRemoval();
  return {
    remove(item) {
      const name = nameOfItem(content, item);
      if (!remove(item)) return;
      if (selection && referenceKey(selection) === referenceKey(item)) select(undefined);
      sayWithUndo(t('edit.removed', { name }), undo);
    },
    connect(provider, customer) {
      const link = newLink(provider, customer, '');
      const flaw = edit([{ op: 'put', item: link }])[0];
      if (flaw) {
        notifications.show({ message: t('edit.flaw', { message: flaw.message }) });
        return;
      }
      select({ type: 'link', id: link.id });
      askName();
    },
    rename(item) {
      holdTyping();
      select(item);
      askName();
    },
  };
}
