import { NativeSelect, SegmentedControl } from '@mantine/core';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import { groupsOf } from '@downstream/ripple/narrow';
import { useTranslation } from 'react-i18next';
import { readMinutes, writeMinutes } from '../../open-map/measures';
import { CommittedField } from '../../ui/committed-field';
import type { Asked } from './asked';
import './filters.css';
import { customersOf } from './list-props';

export interface FiltersProps {
  content: MapContent;
  asked: Asked;
  disruption: ReferenceDisruption;
  onAsk: (change: Partial<Asked>) => void;
}

/** What the lists are of: what goes wrong, for whom, and where. */
export function Filters({ content, asked, disruption, onAsk }: FiltersProps) {
  const { t, i18n } = useTranslation();
  const time = workingTimeOf(content.map);
  const byName = (a: string, b: string): number => a.localeCompare(b, i18n.language);
  const customers = customersOf(content)
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => byName(a.label, b.label));
  const groups = groupsOf(content).sort(byName);
  return (
    <div className="leader-filters" role="group" aria-label={t('leader.filter.name')}>
      <SegmentedControl
        aria-label={t('leader.filter.kind')}
        value={asked.kind}
        onChange={(kind) => onAsk({ kind })}
        data={[
          { value: 'delay', label: t('leader.filter.delay') },
          { value: 'defect', label: t('leader.filter.defect') },
        ]}
      />
      {disruption.kind === 'delay' && (
        <CommittedField
          size="sm"
          label={t('leader.filter.late')}
          value={writeMinutes(disruption.minutes, time)}
          onCommit={(text) => {
            const reading = readMinutes(text, time);
            if ('problem' in reading) return reading.problem;
            if (!reading.value) return t('leader.filter.tooShort', { least: '1m' });
            onAsk({ minutes: reading.value === time.dayLength ? undefined : reading.value });
            return undefined;
          }}
        />
      )}
      {customers.length > 0 && (
        <NativeSelect
          label={t('leader.filter.customer')}
          value={asked.customer ?? ''}
          data={[{ value: '', label: t('leader.filter.allCustomers') }, ...customers]}
          onChange={(event) => onAsk({ customer: event.currentTarget.value || undefined })}
        />
      )}
      {groups.length > 0 && (
        <NativeSelect
          label={t('leader.filter.group')}
          value={asked.group ?? ''}
          data={[
            { value: '', label: t('leader.filter.allGroups') },
            ...groups.map((value) => ({ value, label: value })),
          ]}
          onChange={(event) => onAsk({ group: event.currentTarget.value || undefined })}
        />
      )}
    </div>
  );
}
