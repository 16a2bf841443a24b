import type { ItemReference } from '@downstream/graph-schema/item';
import type { ReactNode } from 'react';
import { useMayEdit, useOpenMap } from '../../open-map/use-open-map';
import { CommittedField } from '../../ui/committed-field';
import { flawAt } from './flaw-at';
import type { Reading } from '../../open-map/measures';

export interface ItemFieldProps {
  item: ItemReference;
  field: string;
  label: ReactNode;
  /** What is kept, as text. */
  text: string;
  /** Reads a typed text; without it the text is the value, and an empty one takes the field away. */
  read?: (text: string) => Reading;
  description?: ReactNode;
  placeholder?: string | undefined;
  begins?: string;
  lines?: number;
  maxLength?: number;
  required?: boolean;
  focusAtOnce?: boolean;
  size?: 'xs' | 'sm';
}

/** One field of an item on the open map, patched when it is committed. */
export function ItemField({ item, field, text, read, required = false, ...shown }: ItemFieldProps) {
  const edit = useOpenMap((map) => map.edit);
  const mayEdit = useMayEdit();
  return (
    <CommittedField
      {...shown}
      // A field of another item is another field: nothing typed may move over.
      key={`${item.type} ${item.id} ${field}`}
      value={text}
      readOnly={!mayEdit}
      onCommit={(typed) => {
        const reading = read ? read(typed) : { value: typed === '' && !required ? null : typed };
        if ('problem' in reading) return reading.problem;
        const flaws = edit([
          { op: 'patch', type: item.type, id: item.id, fields: { [field]: reading.value } },
        ]);
        return flawAt(flaws, field);
      }}
    />
  );
}
