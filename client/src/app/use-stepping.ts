import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenMap, useOpenMapStore } from '../open-map/use-open-map';
import type { Outcome } from '../open-map/open-map-store';
import { fieldInWords } from '../show/field-in-words';

export interface Steps {
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** Whoever holds the keys down is told once. */
export const sayNothingLeft = (message: string): string =>
  notifications.show({ id: 'nothing-left', message });

/**
 * Undo and redo that say what others changed since, and that there is nothing left. What was chosen and goes with a
 * step is no longer chosen: whoever took it back need not be told that it is gone.
 */
export function useStepping(
  selection: ItemReference | undefined,
  onChosenGone: (nothing: { selection: undefined }) => void,
): Steps {
  const { t } = useTranslation();
  const store = useOpenMapStore();
  const chosen = useRef(selection);
  useEffect(() => {
    chosen.current = selection;
  }, [selection]);
  const stepped = useCallback(
    ({ done, kept }: Outcome, nothingLeft: string) => {
      const isGone = chosen.current && !store.getState().items.has(referenceKey(chosen.current));
      if (done && isGone) onChosenGone({ selection: undefined });
      if (kept.length > 0) {
        const fields = [
          ...new Set(kept.map(({ field }) => (field ? fieldInWords(field) : t('edit.whole')))),
        ].join(', ');
        notifications.show({ message: t('edit.kept', { fields }), autoClose: 10_000 });
      } else if (!done) {
        sayNothingLeft(nothingLeft);
      }
    },
    [t, store, onChosenGone],
  );
  const undo = useCallback(
    () => stepped(store.getState().undo(), t('edit.nothingLeft')),
    [stepped, store, t],
  );
  const redo = useCallback(
    () => stepped(store.getState().redo(), t('edit.nothingToRedo')),
    [stepped, store, t],
  );
  const canUndo = useOpenMap((map) => map.undoable.length > 0);
  const canRedo = useOpenMap((map) => map.redoable.length > 0);
  return { undo, redo, canUndo, canRedo };
}
