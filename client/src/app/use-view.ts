import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { asksTheSame, readView, writeView, type View } from './view';

/** Browsers refuse an address that changes with every step of a slider. */
const restBeforeWriting = 300;

/**
 * The view, kept in the address: back and forward step through what was chosen and asked, while moving a slider
 * only rewrites the last step. A game is one step, whatever is chosen in it: back leaves it.
 */
export function useView(): [View, (change: Partial<View>) => void] {
  const [search, setSearch] = useSearchParams();
  const [view, setView] = useState(() => readView(search));
  const current = useRef(view);
  const inAddress = useRef(search.toString());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const change = useCallback(
    (part: Partial<View>) => {
      const before = current.current;
      const next = { ...before, ...part };
      current.current = next;
      setView(next);
      clearTimeout(timer.current);
      const write = (replace: boolean) => {
        const params = writeView(current.current);
        if (params.toString() === inAddress.current) return;
        inAddress.current = params.toString();
        setSearch(params, { replace, preventScrollReset: true });
      };
      const isStep =
        'selection' in part ||
        'layout' in part ||
        before.focus?.party !== next.focus?.party ||
        before.seenFrom !== next.seenFrom ||
        next.isGuessing;
      if (before.isGuessing) write(true);
      else if (isStep || !asksTheSame(before, next)) write(false);
      else timer.current = setTimeout(write, restBeforeWriting, true);
    },
    [setSearch],
  );

  // The address changed by itself: back, forward, or a link to this page.
  useEffect(() => {
    if (search.toString() === inAddress.current) return;
    clearTimeout(timer.current);
    inAddress.current = search.toString();
    current.current = readView(search);
    setView(current.current);
  }, [search]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return [view, change];
}
