import { useHotkeys, type HotkeyItem } from '@mantine/hooks';
import type { Steps } from './use-stepping';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

export interface MapKeys {
  mayEdit: boolean;
  /** Absent where there is nothing of one's own to take back. */
  steps: Pick<Steps, 'undo' | 'redo'> | undefined;
  add: () => void;
  connect: () => void;
  rename: () => void;
  remove: () => void;
  unselect: () => void;
  ripple: () => void;
  search: () => void;
  help: () => void;
  /** On to what is chosen, or off again. */
  focus: () => void;
  /** A digit was pressed. */
  digit: (digit: number) => void;
  /** To and from how the chosen external customer, or the first, sees the map. */
  seeFrom: () => void;
  /** To and from the projector. */
  present: () => void;
  /** Guess first, then watch. */
  guess: () => void;
}

/** The keys of the map page. None of them works while someone types into a field. */
export function useMapKeys({ mayEdit, ...keys }: MapKeys): void {
  const ifMayEdit = (act: () => void) => () => {
    if (mayEdit) act();
  };
  useHotkeys([
    ['mod + Z', () => keys.steps?.undo()],
    ['mod + shift + Z', () => keys.steps?.redo()],
    ['mod + Y', () => keys.steps?.redo()],
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
    ['G', keys.guess],
    ['F', keys.focus],
    ['V', keys.seeFrom],
    ...digits.map((digit): HotkeyItem => [`${digit}`, () => keys.digit(digit)]),
  ]);
}
