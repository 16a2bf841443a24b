import { TextInput, Title } from '@mantine/core';
import { formatDuration, workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { Party } from '@downstream/graph-schema/party';
import { effectiveNumber } from '@downstream/ripple/effective-number';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ripple } from '../../engine/use-ripple';
import { linkInWords, nameOf } from '../../open-map/name-of';
import { statementAt } from '../../open-map/state-side';
import { useContent, useOpenMap } from '../../open-map/use-open-map';
import { RippleTable } from './ripple-table';
import type { RowAction } from './row-menu';
import { SortedTable } from './sorted-table';
import '../../text/en-table';
import '../../text/en-details';
import './table.css';

export interface MapTableProps {
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference) => void;
  /** The ripple that plays, if one does. */
  ripple: Ripple | undefined;
  /** Begins a ripple at a party. */
  onRipple: (party: string) => void;
  /** Absent where the reader may not edit. */
  editing?: {
    onRename: (item: ItemReference) => void;
    onConnect: (provider: string) => void;
    onDelete: (item: ItemReference) => void;
  };
}

/** The same map as tables, for a screen reader, a printer, or an eye that looks for one name; all can be done here. */
export default function MapTable({ selection, onSelect, ripple, onRipple, editing }: MapTableProps) {
  const { t, i18n } = useTranslation();
  const content = useContent();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed).trim().toLocaleLowerCase(i18n.language);
  const holds = (...words: (string | undefined)[]): boolean =>
    wanted === '' || words.some((word) => word?.toLocaleLowerCase(i18n.language).includes(wanted));
  const parties = content.parties.filter(({ name, purpose, group }) => holds(name, purpose, group));
  const links = content.links.filter(({ output, provider, customer }) =>
    holds(output, nameOf(content, provider), nameOf(content, customer)),
  );
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
      <TextInput
        className="no-print"
        maw={320}
        mb="lg"
        label={t('table.find')}
        placeholder={t('table.findHint')}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {ripple && (
        <RippleTable
          ripple={ripple}
          selection={selection}
          onSelect={onSelect}
          isWanted={(party) => holds(nameOf(content, party))}
        />
      )}
      <Title order={2} size="h4">
        {t('table.parties', { count: parties.length })}
      </Title>
      <SortedTable
        label={t('table.partiesLabel')}
        rows={parties}
        empty={t(wanted === '' ? 'table.empty' : 'table.nobody')}
        menu={(party) => ({
          label: t('table.actionsFor', { name: party.name }),
          actions: partyActions(party),
        })}
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
        {t('table.links', { count: links.length })}
      </Title>
      <SortedTable
        label={t('table.linksLabel')}
        rows={links}
        empty={t(wanted === '' ? 'table.noLinks' : 'table.nobody')}
        menu={(link) => ({
          label: t('table.actionsFor', { name: linkInWords(content, link) }),
          actions: linkActions({ type: 'link', id: link.id }),
        })}
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

  function partyActions({ id, kind }: Party): RowAction[] {
    const item: ItemReference = { type: 'party', id };
    const provides = kind !== 'external-customer';
    return [
      { label: t('table.act.show'), act: () => onSelect(item) },
      ...(provides ? [{ label: t('table.act.ripple'), act: () => onRipple(id) }] : []),
      ...(editing ? [{ label: t('table.act.rename'), act: () => editing.onRename(item) }] : []),
      ...(editing && provides ? [{ label: t('table.act.connect'), act: () => editing.onConnect(id) }] : []),
      ...(editing
        ? [{ label: t('table.act.remove'), act: () => editing.onDelete(item), isRemoval: true }]
        : []),
    ];
  }

  function linkActions(item: ItemReference): RowAction[] {
    return [
      { label: t('table.act.show'), act: () => onSelect(item) },
      ...(editing ? [{ label: t('table.act.renameLink'), act: () => editing.onRename(item) }] : []),
      ...(editing
        ? [{ label: t('table.act.remove'), act: () => editing.onDelete(item), isRemoval: true }]
        : []),
    ];
  }

  function slackOf({ id, handshake }: (typeof content.links)[number]) {
    const customer = statementAt(items, id, 'customer')?.slack;
    return effectiveNumber('slack', customer, statementAt(items, id, 'provider')?.slack, handshake);
  }
}
