import { useHotkeys } from '@mantine/hooks';

export interface MapKeys {
  mayEdit: boolean;
  undo: () => void;
  redo: () => void;
  add: () => void;
  connect: () => void;
  rename: () => void;
  remove: () => void;
  unselect: () => void;
  ripple: () => void;
  search: () => void;
  help: () => void;
  /** To and from the projector. */
  present: () => void;
}

/** The keys of the map page. None of them works while someone types into a field. */
export function useMapKeys({ mayEdit, ...keys }: MapKeys): void {
  const ifMayEdit = (act: () => void) => () => {
    if (mayEdit) act();
  };
  useHotkeys([
    ['mod + Z', ifMayEdit(keys.undo)],
    ['mod + shift + Z', ifMayEdit(keys.redo)],
    ['mod + Y', ifMayEdit(keys.redo)],
    ['N', ifMayEdit(keys.add)],
    ['C', ifMayEdit(keys.connect)],
    ['F2', ifMayEdit(keys.rename)],
    ['Delete', ifMayEdit(keys.remove)],
    ['Escape', keys.unselect, { preventDefault: false }],
    ['R', keys.ripple],
    ['mod + K', keys.search],
    ['/', keys.search],
    ['shift + ?', keys.help],
    ['?', keys.help],
    ['P', keys.present],
  ]);
}
