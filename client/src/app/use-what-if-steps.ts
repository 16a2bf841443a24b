import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayNothingLeft, type Steps } from './use-stepping';
import type { View } from './view';

type WhatIf = readonly string[];

/** Changes that follow each other within this many milliseconds, as those of a slider do, are one step. */
const oneStep = 400;

/**
 * Undo and redo of what would be different, while two ripples are compared: the map itself is never touched. What an
 * address brought along has no steps; it is taken back one change after the other, the last first.
 */
export function useWhatIfSteps(
  whatIf: WhatIf | undefined,
  changeView: (change: Partial<View>) => void,
): { steps: Steps; onView: (change: Partial<View>) => void } {
  const { t } = useTranslation();
  const [past, setPast] = useState<readonly WhatIf[]>([]);
  const [future, setFuture] = useState<readonly WhatIf[]>([]);
  const changedAt = useRef(-Infinity);

  const changes = whatIf?.filter((change) => change !== '') ?? [];
  const before = past.at(-1) ?? (changes.length > 1 ? changes.slice(0, -1) : ['']);
  const canUndo = past.length > 0 || changes.length > 0;

  const onView = (change: Partial<View>): void => {
    if ('whatIf' in change) {
      const now = performance.now();
      const isSameStep = past.length > 0 && now - changedAt.current < oneStep;
      changedAt.current = now;
      if (!change.whatIf || !whatIf) setPast([]);
      else if (!isSameStep) setPast([...past, whatIf]);
      setFuture([]);
    }
    changeView(change);
  };
  const undo = (): void => {
    if (!whatIf || !canUndo) {
      sayNothingLeft(t('edit.nothingLeft'));
      return;
    }
    setPast(past.slice(0, -1));
    setFuture([...future, whatIf]);
    changedAt.current = -Infinity;
    changeView({ whatIf: before });
  };
  const redo = (): void => {
    const next = future.at(-1);
    if (!whatIf || !next) {
      sayNothingLeft(t('edit.nothingToRedo'));
      return;
    }
    setFuture(future.slice(0, -1));
    setPast([...past, whatIf]);
    changedAt.current = -Infinity;
    changeView({ whatIf: next });
  };
  return { steps: { undo, redo, canUndo, canRedo: future.length > 0 }, onView };
}
