import type { ItemReference } from '@downstream/graph-schema/item';
import { useRef, useState } from 'react';
import { useOpenMap } from '../open-map/use-open-map';
import { holdTyping } from '../ui/hold-typing';
import './map-dialogs.css';
import { Conflicts, MapSearch, SharePanel, ShortcutList, TakeAway } from './map-parts';
import type { Paper } from './use-paper';

type DialogName = 'share' | 'take-away' | 'shortcuts' | 'conflicts';

export interface Dialogs {
  shown: DialogName | undefined;
  /** How many times the search was asked for. */
  searches: number;
  open: (name: DialogName) => void;
  close: () => void;
  search: () => void;
}

/** One dialog at a time; whoever closes it is back where it was opened from. */
export function useDialogs(): Dialogs {
  const opener = useRef<Element>(null);
  const [shown, show] = useState<DialogName>();
  const [searches, setSearches] = useState(0);
  return {
    shown,
    searches,
    open(name) {
      opener.current = document.activeElement;
      show(name);
    },
    close() {
      show(undefined);
      const back = opener.current?.isConnected ? opener.current : document.getElementById('map');
      if (back instanceof HTMLElement) back.focus();
    },
    search() {
      holdTyping();
      setSearches(searches + 1);
    },
  };
}

export interface MapDialogsProps {
  dialogs: Dialogs;
  /** The map's. */
  name: string;
  paper: Paper;
  onFind: (item: ItemReference) => void;
}

/** Whatever lies over the whole map page until it is put away. */
export function MapDialogs({ dialogs, name, paper, onFind }: MapDialogsProps) {
  const { shown, searches, close } = dialogs;
  const map = useOpenMap((open) => open.map);
  const role = useOpenMap((open) => open.role);
  return (
    <div className="dialogs">
      {searches > 0 && <MapSearch onSelect={onFind} asked={searches} />}
      {shown === 'share' && (
        <SharePanel map={map} name={name} role={role} view={location.href} shown onClose={close} />
      )}
      {shown === 'take-away' && (
        <TakeAway map={map} toPaper={paper.toPaper} onPrint={paper.print} shown onClose={close} />
      )}
      {shown === 'shortcuts' && <ShortcutList shown onClose={close} />}
      {shown === 'conflicts' && <Conflicts shown onClose={close} />}
    </div>
  );
}
