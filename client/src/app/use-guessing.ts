import type { Disruption } from '@downstream/graph-schema/disruption';
import { useCallback, useState } from 'react';
import { isGuessKept } from '../features/guess/guess-key';
import { emptyView, type View } from './view';

export interface Guessing {
  isOn: boolean;
  /** What was asked when the game began: a facilitator may have set it up before. */
  first: Disruption | undefined;
  begin: () => void;
  /** Back to the map, with this on it. */
  end: (disruption: Disruption | undefined) => void;
}

/** Whether the room plays "guess first". Nothing that would give a result away stays in the address meanwhile. */
export function useGuessing(
  map: string,
  disruptions: readonly Disruption[],
  changeView: (change: Partial<View>) => void,
): Guessing {
  const [isOn, setOn] = useState(() => isGuessKept(map));
  const [first, setFirst] = useState<Disruption>();
  const begin = useCallback(() => {
    setFirst(disruptions[0]);
    setOn(true);
    const { selection, focus, seenFrom, whatIf } = emptyView;
    changeView({ disruptions: [], selection, focus, seenFrom, whatIf });
  }, [disruptions, changeView]);
  const end = useCallback(
    (disruption: Disruption | undefined) => {
      setOn(false);
      changeView({ disruptions: disruption ? [disruption] : [] });
    },
    [changeView],
  );
  return { isOn, first, begin, end };
}
