import type { ItemReference } from '@downstream/graph-schema/item';
import { hasArrow } from '@downstream/graph-schema/quick-entry';
import { useState } from 'react';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';
import { useQuickEntry } from './use-quick-entry';

/** A field for a party's name. Whoever has seen the one-line entry may write such a line here, too. */
export function useNameField(focusAtOnce: boolean) {
  const enterLine = useQuickEntry();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const field = useFocusAtOnce<HTMLInputElement>(focusAtOnce);

  /** False where a plain name stands in the field; otherwise the line is entered, or its problem shown. */
  const takeLine = (onEntered: (item: ItemReference) => void): boolean => {
    if (!hasArrow(name)) return false;
    const entered = enterLine(name);
    setProblem('problem' in entered ? entered.problem : undefined);
    field.current?.focus();
    if ('problem' in entered) return true;
    setName('');
    onEntered({ type: 'link', id: entered.link });
    return true;
  };
  return { name, setName, problem, setProblem, field, takeLine };
}
