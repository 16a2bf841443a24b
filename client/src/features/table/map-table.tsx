import { Title } from '@mantine/core';
import { formatDuration, workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import { effectiveNumber } from '@downstream/ripple/effective-number';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ripple } from '../../engine/use-ripple';
import { nameOf } from '../../open-map/name-of';
import { statementAt } from '../../open-map/state-side';
import { useContent, useOpenMap } from '../../open-map/use-open-map';
import { RippleTable } from './ripple-table';
import { SortedTable } from './sorted-table';

export interface MapTableProps {
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference) => void;
  /** The ripple that plays, if one does. */
  ripple: Ripple | undefined;
}

/** The same map as two tables: for a screen reader, a printer, or an eye that looks for one name. */
export default function MapTable({ selection, onSelect, ripple }: MapTableProps) {
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
      {ripple && <RippleTable ripple={ripple} selection={selection} onSelect={onSelect} />}
      <Title order={2} size="h4">
        {t('table.parties', { count: content.parties.length })}
      </Title>
      <SortedTable
        label={t('table.partiesLabel')}
        rows={content.parties}
        empty={t('table.empty')}
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
        empty={t('table.noLinks')}
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
