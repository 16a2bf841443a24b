import { Button, Group, Title } from '@mantine/core';
import { fileNameOf } from '@downstream/graph-schema/file-name';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { accountOf, type RippleAccount } from '../../engine/account-of';
import type { Ripple } from '../../engine/use-ripple';
import { nameOf, partyOf } from '../../open-map/name-of';
import { useContent } from '../../open-map/use-open-map';
import { percent, shortDuration } from '../../show/duration';
import { phrasesText } from '../../text/phrases';
import { accountAsCsv } from './account-csv';
import { download } from '../../ui/download';
import { SortedTable } from './sorted-table';
import '../../text/en-table';

export interface RippleTableProps {
  ripple: Ripple;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference) => void;
  /** Whether this party is looked for. */
  isWanted: (party: string) => boolean;
}

/** What a ripple does, row by row: all that the picture tells by colour, number and movement. */
export function RippleTable({ ripple, selection, onSelect, isWanted }: RippleTableProps) {
  const { t } = useTranslation();
  const content = useContent();
  const rows = useMemo(() => accountOf(ripple), [ripple]);
  const time = workingTimeOf(content.map);
  const { delay, defect } = ripple.report;
  return (
    <section className="table-part">
      <Group justify="space-between" align="flex-start">
        <Title order={2} size="h4">
          {phrasesText(ripple.explanation.headlines.map(({ words }) => words))}
        </Title>
        <Button
          className="no-print"
          variant="default"
          size="compact-sm"
          style={{ flex: 'none' }}
          onClick={() =>
            download(
              `${fileNameOf(content.map.name)}-ripple.csv`,
              new Blob([accountAsCsv(rows, content)], { type: 'text/csv' }),
            )
          }
        >
          {t('table.csv')}
        </Button>
      </Group>
      <SortedTable
        label={t('table.rippleLabel')}
        rows={rows.filter(({ id }) => isWanted(id))}
        empty={t(rows.length === 0 ? 'ripple.feelsNobody' : 'table.nobody')}
        first={{ key: delay ? 'late' : 'chance', falling: true }}
        isSelected={({ id }) => selection?.type === 'party' && selection.id === id}
        onSelect={({ id }) => onSelect({ type: 'party', id })}
        columns={[
          { key: 'party', title: t('table.party'), value: ({ id }) => nameOf(content, id) },
          {
            key: 'kind',
            title: t('table.kind'),
            value: ({ id }) => t(`kind.${partyOf(content, id)?.kind ?? 'team'}`),
          },
          {
            key: 'outcome',
            title: t('table.outcome'),
            value: ({ outcome }) => t(`table.outcomes.${outcome}`),
          },
          ...(delay
            ? [
                {
                  key: 'late',
                  title: t('table.late'),
                  value: ({ minutes }: RippleAccount) => minutes ?? 0,
                  show: ({ minutes = 0 }: RippleAccount) =>
                    minutes > 0 ? shortDuration(minutes, time) : '–',
                },
                {
                  key: 'at',
                  title: t('table.feltAt'),
                  value: ({ at }: RippleAccount) => at ?? Infinity,
                  show: ({ at }: RippleAccount) =>
                    at === undefined ? '–' : t('table.after', { duration: shortDuration(at, time) }),
                },
              ]
            : []),
          ...(defect
            ? [
                {
                  key: 'chance',
                  title: t('table.chance'),
                  value: ({ chance }: RippleAccount) => chance ?? 0,
                  show: ({ chance }: RippleAccount) => (chance === undefined ? '–' : percent(chance)),
                },
              ]
            : []),
          { key: 'account', title: t('table.account'), value: ({ account }) => account },
        ]}
      />
    </section>
  );
}
