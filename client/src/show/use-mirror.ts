import { useEffect, useState } from 'react';
import { createPlayhead, type Playhead } from './playhead';
import type { Show } from './show';

/** A playhead for another show on the same clock: it is always where `lead` is, and plays when that plays. */
export function useMirror(lead: Playhead, show: Show | undefined): Playhead {
  const [mirror] = useState(createPlayhead);
  useEffect(() => {
    const follow = (): void => {
      const { position, playing } = lead.getState();
      mirror.setState({ show, position, playing: playing && show !== undefined });
    };
    follow();
    return lead.subscribe(follow);
  }, [lead, mirror, show]);
  return mirror;
}
