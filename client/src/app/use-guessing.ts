import type { Disruption } from '@downstream/graph-schema/disruption';
import { useCallback, useState } from 'react';
import { forgetGuess } from '../features/guess/guess-key';
import { emptyView, type View } from './view';

export interface Guessing {
  isOn: boolean;
  /** What was asked when the game began: a facilitator may have set it up before. */
  first: Disruption | undefined;
  begin: () => void;
  /** Back to the map, with this on it. */
  end: (disruption: Disruption | undefined) => void;
}

/**
 * Whether the room plays "guess first": the address says so, and back and forward leave the game and return to it.
 * Nothing that would give a result away stays there meanwhile.
 */
export function useGuessing(
  map: string,
  { isGuessing }: Pick<View, 'isGuessing'>,
  disruptions: readonly Disruption[],
  changeView: (change: Partial<View>) => void,
): Guessing {
  const [first, setFirst] = useState<Disruption>();
  const begin = useCallback(() => {
    if (isGuessing) return;
    forgetGuess(map);
    setFirst(disruptions[0]);
    const { selection, focus, seenFrom, whatIf } = emptyView;
    changeView({ isGuessing: true, disruptions: [], selection, focus, seenFrom, whatIf });
  }, [map, isGuessing, disruptions, changeView]);
  const end = useCallback(
    (disruption: Disruption | undefined) =>
      changeView({ isGuessing: false, disruptions: disruption ? [disruption] : [] }),
    [changeView],
  );
  return { isOn: isGuessing, first, begin, end };
}
