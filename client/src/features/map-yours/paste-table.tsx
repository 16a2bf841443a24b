import { Button, Group, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import type { LinkColumn } from '@downstream/graph-schema/csv-columns';
import { formatDuration } from '@downstream/graph-schema/duration';
import { limits } from '@downstream/graph-schema/limits';
import { readPastedTable, type PastedRow } from '@downstream/graph-schema/read-pasted-table';
import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linksByName } from '../../open-map/links-by-name';
import { failureInWords } from '../../server/failure-in-words';
import { ProblemNotice } from '../../ui/problem-notice';
import { beginMap } from './begin-map';
import '../../text/en-map-yours';
import '../../text/en-details';

/** Columns are told by the names of the form's fields. */
const fieldOf = (column: LinkColumn) => (column === 'alternativeGroup' ? 'alternatives' : column);

/** As many rows as someone looks through before trusting the rest. */
const shownRows = 100;

/** A pasted spreadsheet becomes a map after a look at what was understood. */
export function PasteTable({ onMade }: { onMade: (map: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const deferred = useDeferredValue(text);
  const table = useMemo(() => readPastedTable(deferred), [deferred]);
  const good = useMemo(() => table.rows.filter(({ problems }) => problems.length === 0), [table]);
  const { changes, added } = useMemo(() => linksByName({ parties: [] }, good, 'external-customer'), [good]);
  const parties = changes.filter((change) => change.op === 'put' && change.item.type === 'party').length;
  const make = useMutation({
    mutationFn: () => beginMap(name.trim() || t('mapYours.pastedName'), changes),
    onSuccess: onMade,
  });

  return (
    <Stack gap="md">
      <Textarea
        label={t('mapYours.paste')}
        description={t('mapYours.pasteHint')}
        placeholder={t('mapYours.pasteExample')}
        autosize
        minRows={5}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      />
      {table.unknownHeadings.length > 0 && (
        <Text size="sm">{t('mapYours.unknownHeadings', { headings: table.unknownHeadings.join(', ') })}</Text>
      )}
      {table.rows.length > 0 && (
        <>
          <Preview rows={table.rows} />
          <Text fw={650} role="status">
            {t('mapYours.willMake', {
              parties: t('map.parties', { count: parties }),
              links: t('map.links', { count: added.length }),
            })}
            {good.length < table.rows.length &&
              ` ${t('mapYours.leftOut', { count: table.rows.length - good.length })}`}
          </Text>
          <TextInput
            label={t('mapYours.mapName')}
            placeholder={t('mapYours.pastedName')}
            value={name}
            maxLength={limits.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {make.error && <ProblemNotice {...failureInWords(make.error)} />}
          <Group>
            <Button disabled={good.length === 0} loading={make.isPending} onClick={() => make.mutate()}>
              {t('mapYours.makeMap')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Preview({ rows }: { rows: readonly PastedRow[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={520} mah={320}>
      <Table aria-label={t('mapYours.preview')} stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('mapYours.row')}</Table.Th>
            <Table.Th>{t('details.provider')}</Table.Th>
            <Table.Th>{t('details.customer')}</Table.Th>
            <Table.Th>{t('details.output')}</Table.Th>
            <Table.Th>{t('details.slack')}</Table.Th>
            <Table.Th>{t('mapYours.remark')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, shownRows).map((row) => (
            <Table.Tr key={row.row}>
              <Table.Td className="numbers">{row.row}</Table.Td>
              <Table.Td>{row.provider}</Table.Td>
              <Table.Td>{row.customer}</Table.Td>
              <Table.Td>{row.output}</Table.Td>
              <Table.Td className="numbers">
                {row.slack === undefined ? '' : formatDuration(row.slack)}
              </Table.Td>
              <Table.Td>
                {row.problems.map(({ column, message }) => (
                  <Text key={column} size="sm" className="problem">
                    {t('mapYours.problemAt', { column: t(`details.${fieldOf(column)}`), message })}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > shownRows && (
        <Text size="sm" c="dimmed">
          {t('mapYours.moreRows', { count: rows.length - shownRows })}
        </Text>
      )}
    </Table.ScrollContainer>
  );
}
