import { Table, Text, Title, UnstyledButton } from '@mantine/core';
import { formatDuration, workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import { effectiveNumber } from '@downstream/ripple/effective-number';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { statementAt } from '../../open-map/state-side';
import { useContent, useOpenMap } from '../../open-map/use-open-map';

export interface MapTableProps {
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference) => void;
}

interface Column<Row> {
  key: string;
  title: string;
  /** What is shown, and sorted by; numbers sort as numbers. */
  value: (row: Row) => string | number;
  show?: (row: Row) => string;
}

/** The same map as two tables: for a screen reader, a printer, or an eye that looks for one name. */
export default function MapTable({ selection, onSelect }: MapTableProps) {
  const { t } = useTranslation();
  const content = useContent();
  const items = useOpenMap((map) => map.items);
  const time = workingTimeOf(content.map);
  const counts = useMemo(() => {
    const needs = new Map<string, number>();
    const hands = new Map<string, number>();
    for (const { provider, customer } of content.links) {
      hands.set(provider, (hands.get(provider) ?? 0) + 1);
      needs.set(customer, (needs.get(customer) ?? 0) + 1);
    }
    return { needs, hands };
  }, [content.links]);

  return (
    <div className="tables">
      <Title order={2} size="h4">
        {t('table.parties', { count: content.parties.length })}
      </Title>
      <SortedTable
        label={t('table.partiesLabel')}
        rows={content.parties}
        isSelected={({ id }) => selection?.type === 'party' && selection.id === id}
        onSelect={({ id }) => onSelect({ type: 'party', id })}
        columns={[
          { key: 'name', title: t('table.name'), value: ({ name }) => name },
          { key: 'kind', title: t('table.kind'), value: ({ kind }) => t(`kind.${kind}`) },
          { key: 'purpose', title: t('table.purpose'), value: ({ purpose }) => purpose ?? '' },
          { key: 'group', title: t('table.group'), value: ({ group }) => group ?? '' },
          { key: 'needs', title: t('table.needs'), value: ({ id }) => counts.needs.get(id) ?? 0 },
          { key: 'hands', title: t('table.hands'), value: ({ id }) => counts.hands.get(id) ?? 0 },
        ]}
      />
      <Title order={2} size="h4" mt="xl">
        {t('table.links', { count: content.links.length })}
      </Title>
      <SortedTable
        label={t('table.linksLabel')}
        rows={content.links}
        isSelected={({ id }) => selection?.type === 'link' && selection.id === id}
        onSelect={({ id }) => onSelect({ type: 'link', id })}
        columns={[
          {
            key: 'output',
            title: t('table.output'),
            value: ({ output }) => output.trim() || t('details.unnamedOutput'),
          },
          { key: 'provider', title: t('table.provider'), value: ({ provider }) => nameOf(content, provider) },
          { key: 'customer', title: t('table.customer'), value: ({ customer }) => nameOf(content, customer) },
          {
            key: 'dependence',
            title: t('table.dependence'),
            value: ({ dependence }) => t(`dependence.${dependence ?? 'blocking'}`),
          },
          {
            key: 'slack',
            title: t('table.slack'),
            value: (link) => slackOf(link).value,
            show: (link) => {
              const { value, origin } = slackOf(link);
              return t('table.numberOf', {
                value: formatDuration(value, time),
                origin: t(`origin.${origin}`),
              });
            },
          },
          {
            key: 'handshake',
            title: t('table.handshake'),
            value: ({ handshake }) => t(`handshake.${handshake}`),
          },
        ]}
      />
    </div>
  );

  function slackOf({ id, handshake }: (typeof content.links)[number]) {
    const customer = statementAt(items, id, 'customer')?.slack;
    return effectiveNumber('slack', customer, statementAt(items, id, 'provider')?.slack, handshake);
  }
}

interface SortedTableProps<Row extends { id: string }> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  isSelected: (row: Row) => boolean;
  onSelect: (row: Row) => void;
}

function SortedTable<Row extends { id: string }>({
  label,
  rows,
  columns,
  isSelected,
  onSelect,
}: SortedTableProps<Row>) {
  const { t, i18n } = useTranslation();
  const [order, setOrder] = useState({ key: columns[0]?.key, falling: false });
  const by = columns.find(({ key }) => key === order.key);
  const compare = new Intl.Collator(i18n.language, { numeric: true }).compare;
  const sorted = [...rows].sort((a, b) => {
    const [first, second] = [by?.value(a) ?? '', by?.value(b) ?? ''];
    const rising =
      typeof first === 'number' && typeof second === 'number'
        ? first - second
        : compare(String(first), String(second));
    return order.falling ? -rising : rising;
  });
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label={label} highlightOnHover stickyHeader={false} verticalSpacing="xs">
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
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((row) => (
            <Table.Tr key={row.id} {...(isSelected(row) && { 'aria-selected': true, bg: 'var(--note)' })}>
              {columns.map(({ key, value, show }, index) => (
                <Table.Td key={key} className={typeof value(row) === 'number' ? 'numbers' : ''}>
                  {index === 0 ? (
                    <UnstyledButton fw={550} fz="sm" onClick={() => onSelect(row)}>
                      {value(row)}
                    </UnstyledButton>
                  ) : (
                    (show ?? value)(row)
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" py="sm">
          {t('table.empty')}
        </Text>
      )}
    </Table.ScrollContainer>
  );
}
