import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import { limits } from '@downstream/graph-schema/limits';
import type { Link } from '@downstream/graph-schema/link';
import { sides, type Side } from '@downstream/graph-schema/statement';
import { effectiveNumber } from '@downstream/ripple/effective-number';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { stateSide, statementAt } from '../../open-map/state-side';
import { useContent, useMayEdit, useOpenMap, useOpenMapStore } from '../../open-map/use-open-map';
import { CommittedField } from '../../ui/committed-field';
import { Part } from '../../ui/part';
import { flawAt } from './flaw-at';
import { readMinutes, readPercent, writeMinutes, writePercent, type Reading } from './measures';

/** What the customer expects beside what the provider commits to, the gap between them, and what counts. */
export function LinkSides({ link }: { link: Link }) {
  const { t } = useTranslation();
  const content = useContent();
  const time = workingTimeOf(content.map);
  const items = useOpenMap((map) => map.items);
  const customer = statementAt(items, link.id, 'customer');
  const provider = statementAt(items, link.id, 'provider');
  const slack = effectiveNumber('slack', customer?.slack, provider?.slack, link.handshake);
  const pass = effectiveNumber('defectPass', customer?.defectPass, provider?.defectPass, link.handshake);
  const gap =
    customer?.slack !== undefined && provider?.slack !== undefined
      ? Math.abs(provider.slack - customer.slack)
      : 0;

  return (
    <Part title={t('details.sides')}>
      <SimpleGrid cols={2} spacing="sm">
        {sides.map((side) => (
          <OneSide key={`${link.id} ${side}`} link={link} side={side} />
        ))}
      </SimpleGrid>
      {gap > 0 && (
        <Text size="sm" className="note">
          {t('details.gap', { gap: writeMinutes(gap, time), customer: nameOf(content, link.customer) })}
        </Text>
      )}
      <Stack gap={4}>
        <Counts
          label={t('details.slackCounts')}
          value={writeMinutes(slack.value, time)}
          origin={slack.origin}
        />
        <Counts label={t('details.passCounts')} value={writePercent(pass.value)} origin={pass.origin} />
      </Stack>
    </Part>
  );
}

function Counts({
  label,
  value,
  origin,
}: {
  label: string;
  value: string;
  origin: 'agreed' | 'declared' | 'assumed';
}) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm">{label}</Text>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" fw={650} className="numbers">
          {value}
        </Text>
        <Badge
          variant={origin === 'assumed' ? 'outline' : 'light'}
          tt="none"
          title={t(`originHint.${origin}`)}
        >
          {t(`origin.${origin}`)}
        </Badge>
      </Group>
    </Group>
  );
}

function OneSide({ link, side }: { link: Link; side: Side }) {
  const { t } = useTranslation();
  const content = useContent();
  const store = useOpenMapStore();
  const mayEdit = useMayEdit();
  const time = workingTimeOf(content.map);
  const says = statementAt(
    useOpenMap((map) => map.items),
    link.id,
    side,
  );

  const state =
    (field: 'text' | 'slack' | 'defectPass', read: (text: string) => Reading | { value: string | null }) =>
    (typed: string): string | undefined => {
      const reading = read(typed);
      if ('problem' in reading) return reading.problem;
      const { items, edit } = store.getState();
      return flawAt(edit(stateSide(items, link.id, side, { [field]: reading.value })), field);
    };

  return (
    <Stack gap="xs" component="fieldset" className="plain-fieldset">
      <Text component="legend" size="sm" fw={650}>
        {t(side === 'customer' ? 'details.expectation' : 'details.commitment')}
        <Text span display="block" size="xs" c="dimmed" fw={400}>
          {nameOf(content, link[side])}
        </Text>
      </Text>
      <CommittedField
        size="xs"
        lines={3}
        label={t('details.inWords')}
        value={says?.text ?? ''}
        readOnly={!mayEdit}
        maxLength={limits.statementText}
        onCommit={state('text', (text) => ({ value: text === '' ? null : text }))}
      />
      <CommittedField
        size="xs"
        label={t('details.slack')}
        placeholder={t('details.notStated')}
        value={writeMinutes(says?.slack, time)}
        readOnly={!mayEdit}
        onCommit={state('slack', (text) => readMinutes(text, time))}
      />
      <CommittedField
        size="xs"
        label={t('details.defectPass')}
        placeholder={t('details.notStated')}
        value={writePercent(says?.defectPass)}
        readOnly={!mayEdit}
        onCommit={state('defectPass', (text) => readPercent(text, t('details.percentProblem')))}
      />
    </Stack>
  );
}
