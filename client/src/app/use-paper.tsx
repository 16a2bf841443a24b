import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Ripple } from '../engine/use-ripple';
import type { ShownPicture } from '../features/picture/paper';
import { HandOutPage, loadHandOutPage } from './map-parts';
import type { ToPaper } from './paper';

export interface Paper {
  /** For the picture: tells what it shows. */
  onShown: (shown: ShownPicture | undefined) => void;
  /** What would be put on paper now. */
  toPaper: () => ToPaper;
  print: () => Promise<void>;
  /** The page that is printed; there only while it is. */
  page: ReactNode;
}

/**
 * The hand-out, made at the moment of printing, by the browser's own command as well. A map shown as something else
 * than a picture is then printed as it is shown, unless the hand-out was asked for.
 */
export function usePaper(content: MapContent, ripple: Ripple | undefined): Paper {
  const shown = useRef<ShownPicture>(undefined);
  const [printed, setPrinted] = useState<ShownPicture>();

  const onShown = useCallback((next: ShownPicture | undefined) => {
    // A picture whose cards have no place yet shows nothing that could be put on paper.
    const isPlaced = next && (next.scene.boxes.size > 0 || next.content.parties.length === 0);
    shown.current = isPlaced ? next : undefined;
    // The browser's print command waits for nothing: the page has to be there before anybody presses the keys.
    if (isPlaced) void loadHandOutPage().catch(() => undefined);
  }, []);
  const toPaper = useCallback((): ToPaper => ({ content, ripple, shown: shown.current }), [content, ripple]);
  const asked = useRef<ShownPicture>(undefined);
  const print = useCallback(async () => {
    const [{ shownOrLaidOut }] = await Promise.all([import('./paper'), loadHandOutPage()]);
    asked.current = await shownOrLaidOut(toPaper());
    window.print();
    asked.current = undefined;
  }, [toPaper]);

  useEffect(() => {
    const before = () => flushSync(() => setPrinted(asked.current ?? shown.current));
    const after = () => setPrinted(undefined);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);

  const page = printed && (
    <HandOutPage content={content} ripple={ripple} shown={printed} address={location.href} />
  );
  return { onShown, toPaper, print, page };
}
