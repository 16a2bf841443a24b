import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../show/show';
import { useContent, useMayEdit } from '../../open-map/use-open-map';
import { ConnectHere, type Pair } from './connect-here';
import { MatrixGrid } from './matrix-grid';
import { MatrixKey } from './matrix-key';
import { matrixOf, matrixOrders, type MatrixOrder } from './matrix-of';
import './matrix.css';
import '../../text/en-details';
import '../../text/en-matrix';
import '../../text/en-add';

export interface MapMatrixProps {
  /** All parties as a chain is read. */
  chain: readonly string[];
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference) => void;
  onDelete: (item: ItemReference) => void;
  /** The ripple that plays, at its end. */
  show: Show | undefined;
}

/** Who depends on whom, everyone against everyone: the shape that a picture of many links cannot show. */
export function MapMatrix({ chain, selection, onSelect, onDelete, show }: MapMatrixProps) {
  const { t, i18n } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const [order, setOrder] = useState<MatrixOrder>('chain');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const [pair, setPair] = useState<Pair>();
  const matrix = useMemo(
    () => matrixOf(content, { order, wanted, chain, language: i18n.language }),
    [content, order, wanted, chain, i18n.language],
  );
  const { rows, columns } = matrix;
  const isEmpty = rows.length === 0 || columns.length === 0;

  return (
    <div className="matrix">
      <div className="matrix-tools no-print">
        <NativeSelect
          label={t('matrix.order')}
          value={order}
          data={matrixOrders.map((value) => ({ value, label: t(`matrix.orders.${value}`) }))}
          onChange={({ currentTarget }) => {
            const chosen = matrixOrders.find((one) => one === currentTarget.value);
            if (chosen) setOrder(chosen);
          }}
        />
        <TextInput
          label={t('matrix.find')}
          placeholder={t('matrix.findHint')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Text size="sm" c="dimmed" role="status">
          {t('matrix.size', { rows: rows.length, columns: columns.length })}
        </Text>
      </div>
      {isEmpty ? (
        <Text c="dimmed" p="lg">
          {t(wanted.trim() === '' ? 'matrix.empty' : 'matrix.nobody')}
        </Text>
      ) : (
        <MatrixGrid
          matrix={matrix}
          content={content}
          selection={selection}
          show={show}
          onSelect={onSelect}
          {...(mayEdit && { onConnect: setPair, onDelete })}
        />
      )}
      <MatrixKey content={content} show={show} />
      {pair && (
        <ConnectHere
          key={`${pair.provider} ${pair.customer}`}
          pair={pair}
          content={content}
          onDone={(link) => {
            setPair(undefined);
            pair.back();
            if (link !== undefined) onSelect({ type: 'link', id: link });
          }}
        />
      )}
    </div>
  );
}
