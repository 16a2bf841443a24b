import { Button, NativeSelect, Stack } from '@mantine/core';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenFromState } from '../../engine/use-seen-from';
import { nameOf } from '../../open-map/name-of';
import { shortDuration } from '../../show/duration';
import '../../text/en-seen-from';
import { Part } from '../../ui/part';
import './seen-from.css';

export interface SeenFromPanelProps {
  content: MapContent;
  customer: string;
  state: SeenFromState;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference) => void;
  onCustomer: (customer: string) => void;
  onEnd: () => void;
}

interface Row {
  party: string;
  size: string;
  /** What is special about it, in a few words. */
  note: string | undefined;
}

/** The map as one external customer sees it, as lists: how late each may be, who is never felt, who serves nobody. */
export default function SeenFromPanel(props: SeenFromPanelProps) {
  const { content, customer, state, onCustomer, onEnd } = props;
  const { t } = useTranslation();
  const { seen } = state;
  const customers = content.parties.filter(({ kind }) => kind === 'external-customer');
  const behind = new Map(seen?.gateways.map((gate) => [gate.party, gate.behind]));
  const gate = (party: string): string | undefined =>
    behind.has(party) ? t('seenFrom.gate', { count: behind.get(party)! }) : undefined;
  const felt = (seen?.felt ?? []).map(({ party, minutes }) => ({
    party,
    size: minutes === 0 ? t('map.look.atOnce') : shortDuration(minutes, content.map),
    note: gate(party),
  }));
  const reaching = seen ? seen.felt.length + seen.unfelt.length : 0;
  return (
    <Stack gap="lg">
      <div>
        <h2 className="panel-title">{t('seenFrom.title', { name: nameOf(content, customer) })}</h2>
        {seen && (
          <p className="small-words">
            {reaching > 0 ? t('seenFrom.reach', { count: reaching }) : t('seenFrom.reachNobody')}
          </p>
        )}
      </div>
      {customers.length > 1 && (
        <NativeSelect
          label={t('seenFrom.who')}
          value={customer}
          data={customers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => onCustomer(event.currentTarget.value)}
        />
      )}
      {!seen && (
        <p className="small-words">{t(state.status === 'failed' ? 'seenFrom.failed' : 'seenFrom.working')}</p>
      )}
      {felt.length > 0 && (
        <Part title={t('seenFrom.felt')} gap="xs">
          <p className="small-words">
            {t('seenFrom.feltHint')} {behind.size > 0 && t('seenFrom.gates')}
          </p>
          <Rows {...props} rows={felt} isOrdered />
        </Part>
      )}
      {seen && seen.unfelt.length > 0 && (
        <Part title={t('seenFrom.unfelt')} gap="xs">
          <Rows
            {...props}
            rows={seen.unfelt.map(({ party, because }) => ({
              party,
              size: '',
              note: t(`seenFrom.because.${because}`),
            }))}
          />
        </Part>
      )}
      {seen && (
        <Part title={t('seenFrom.nobody')} gap="xs">
          <p className="small-words">
            {t(seen.servesNobody.length > 0 ? 'seenFrom.nobodyHint' : 'seenFrom.everybody')}
          </p>
          <Rows
            {...props}
            rows={seen.servesNobody.map(({ party, isLinked }) => ({
              party,
              size: '',
              note: t(isLinked ? 'seenFrom.linked' : 'seenFrom.unlinked'),
            }))}
          />
        </Part>
      )}
      <Button variant="default" onClick={onEnd}>
        {t('seenFrom.ends')}
      </Button>
    </Stack>
  );
}

/** More rows than these wait until they are asked for. */
const firstRows = 60;

interface RowsProps extends Pick<SeenFromPanelProps, 'content' | 'selection' | 'onSelect'> {
  rows: readonly Row[];
  isOrdered?: boolean;
}

function Rows({ content, selection, onSelect, rows, isOrdered = false }: RowsProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const List = isOrdered ? 'ol' : 'ul';
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  if (rows.length === 0) return null;
  return (
    <>
      <List className="sized-rows seen-rows">
        {shown.map(({ party, size, note }) => (
          <li key={party}>
            <button
              type="button"
              className="sized-row"
              aria-pressed={selection?.type === 'party' && selection.id === party}
              onClick={() => onSelect({ type: 'party', id: party })}
            >
              {isOrdered && <span className="row-size">{size}</span>}
              <span>
                {nameOf(content, party)}
                {note !== undefined && <small>{note}</small>}
              </span>
            </button>
          </li>
        ))}
      </List>
      {rows.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('seenFrom.more', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
