import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenMap, useOpenMapStore } from '../open-map/use-open-map';
import type { Outcome } from '../open-map/open-map-store';

export interface Steps {
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** Undo and redo that say what others changed since, and that there is nothing left. */
export function useStepping(): Steps {
  const { t } = useTranslation();
  const store = useOpenMapStore();
  const say = useCallback(
    ({ done, kept }: Outcome) => {
      if (kept.length > 0) {
        const fields = [...new Set(kept.map(({ field }) => field ?? t('edit.whole')))].join(', ');
        notifications.show({ message: t('edit.kept', { fields }), autoClose: 10_000 });
      } else if (!done) {
        notifications.show({ message: t('edit.nothingLeft') });
      }
    },
    [t],
  );
  const undo = useCallback(() => say(store.getState().undo()), [say, store]);
  const redo = useCallback(() => say(store.getState().redo()), [say, store]);
  const canUndo = useOpenMap((map) => map.undoable.length > 0);
  const canRedo = useOpenMap((map) => map.redoable.length > 0);
  return { undo, redo, canUndo, canRedo };
}
