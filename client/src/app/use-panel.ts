import { useCallback, useState } from 'react';
import type { AddWish } from '../features/add/add-panel';
import { holdTyping } from '../ui/hold-typing';
import { isPhone } from './is-phone';
import type { PanelName } from './side-panel';

/** Which panel is beside the map, and what was asked of it. */
export interface Panel {
  name: PanelName;
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  show: (name: PanelName) => void;
  /** The same for whoever asks for the panel itself: a projector has none, so that it is left. */
  ask: (name: PanelName) => void;
  isPresenting: boolean;
  setPresenting: (isPresenting: boolean) => void;
  /** On a phone, where the panel is a sheet over the picture, what comes unasked stays put away. */
  showBeside: (name: PanelName) => void;
  wish: AddWish;
  add: (wish: Omit<AddWish, 'asked'>) => void;
  /** How many times the name of what is chosen was asked for: each takes the focus. */
  naming: number;
  /** Shows the details of what is chosen, ready for its name to be typed. */
  askName: () => void;
}

/** `isAsked`: whoever comes here has asked for what it says. */
export function usePanel(first: PanelName, isAsked: boolean): Panel {
  const [name, setName] = useState(first);
  // On a phone the picture comes first, and the panel is a sheet that one opens.
  const [isOpen, setOpen] = useState(() => first === 'add' || isAsked || !isPhone());
  const [isPresenting, setPresenting] = useState(false);
  const [wish, setWish] = useState<AddWish>({ what: 'anything', asked: 0 });
  const [naming, setNaming] = useState(0);
  const show = useCallback((wanted: PanelName) => {
    setName(wanted);
    setOpen(true);
    setNaming(0);
  }, []);
  const ask = useCallback(
    (wanted: PanelName) => {
      setPresenting(false);
      show(wanted);
    },
    [show],
  );
  return {
    name,
    isOpen,
    setOpen,
    show,
    ask,
    isPresenting,
    setPresenting,
    showBeside(wanted) {
      setName(wanted);
      if (!isPhone()) setOpen(true);
    },
    wish,
    add(wanted) {
      if (wanted.what !== 'link') holdTyping();
      setWish({ ...wanted, asked: wish.asked + 1 });
      ask('add');
    },
    naming,
    askName() {
      ask('details');
      setNaming(naming + 1);
    },
  };
}
