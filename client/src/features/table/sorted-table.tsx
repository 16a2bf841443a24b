import { Button, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowMenu, type RowMenuProps } from './row-menu';
import { sortedRows, type Order } from './sorted-rows';
import '../../text/en-table';

interface Column<Row> {
  key: string;
  title: string;
  /** What is shown, and sorted by; numbers sort as numbers. */
  value: (row: Row) => string | number;
  show?: (row: Row) => string;
}

export interface SortedTableProps<Row extends { id: string }> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** How the rows stand at first; by the first column, rising, where nothing is said. */
  first?: Order;
  /** What is said instead of rows where there are none. */
  empty: string;
  isSelected: (row: Row) => boolean;
  onSelect: (row: Row) => void;
  /** What else can be done with a row. */
  menu?: (row: Row) => RowMenuProps;
}

/** Rows that are drawn at once; more on demand, so that thousands of them freeze nobody's page. */
const atOnce = 200;

/** Rows in an order that is chosen by pressing a column's title, and again for the other way round. */
export function SortedTable<Row extends { id: string }>(props: SortedTableProps<Row>) {
  const { label, rows, columns, first, empty, isSelected, onSelect, menu } = props;
  const { t, i18n } = useTranslation();
  const [most, setMost] = useState(atOnce);
  const [order, setOrder] = useState<Order>(first ?? { key: columns[0]?.key ?? '', falling: false });
  const by = columns.find(({ key }) => key === order.key);
  const sorted = sortedRows(rows, by?.value ?? (() => ''), order.falling, i18n.language);
  return (
    <>
      <Table aria-label={label} highlightOnHover stickyHeader verticalSpacing="xs" miw={640} layout="auto">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, title }) => {
              const isBy = key === order.key;
              return (
                <Table.Th key={key} aria-sort={isBy ? (order.falling ? 'descending' : 'ascending') : 'none'}>
                  <UnstyledButton
                    fw={650}
                    fz="sm"
                    onClick={() => setOrder({ key, falling: isBy && !order.falling })}
                  >
                    {title}
                    <Text span aria-hidden="true" c="dimmed">
                      {isBy ? (order.falling ? ' ↓' : ' ↑') : ''}
                    </Text>
                  </UnstyledButton>
                </Table.Th>
              );
            })}
            {menu && (
              <Table.Th className="no-print">
                <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.slice(0, most).map((row) => (
            <Table.Tr key={row.id} {...(isSelected(row) && { 'aria-current': true, bg: 'var(--note)' })}>
              {columns.map(({ key, value, show }, index) => (
                <Table.Td key={key} className={typeof value(row) === 'number' ? 'numbers' : ''}>
                  {index === 0 ? (
                    <UnstyledButton fw={550} fz="sm" onClick={() => onSelect(row)}>
                      <bdi>{value(row)}</bdi>
                    </UnstyledButton>
                  ) : (
                    <bdi>{(show ?? value)(row)}</bdi>
                  )}
                </Table.Td>
              ))}
              {menu && (
                <Table.Td className="no-print">
                  <RowMenu {...menu(row)} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + atOnce)}>
          {t('table.more', { shown: most, count: rows.length })}
        </Button>
      )}
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" py="sm">
          {empty}
        </Text>
      )}
    </>
  );
}
