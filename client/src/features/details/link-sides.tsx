import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import { limits } from '@downstream/graph-schema/limits';
import type { Link } from '@downstream/graph-schema/link';
import { sides, type Side, type Statement } from '@downstream/graph-schema/statement';
import { effectiveNumber, type Origin } from '@downstream/ripple/effective-number';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { stateSide, statementAt } from '../../open-map/state-side';
import { useContent, useMayEdit, useOpenMap, useOpenMapStore } from '../../open-map/use-open-map';
import { percent, shortDuration } from '../../show/duration';
import { CommittedField } from '../../ui/committed-field';
import { Part } from '../../ui/part';
import './link-sides.css';
import { flawAt } from './flaw-at';
import { readMinutes, readPercent, writeMinutes, writePercent, type Reading } from '../../open-map/measures';

/** What the customer expects beside what the provider commits to, the gap between them, and what counts. */
export function LinkSides({ link }: { link: Link }) {
  const { t } = useTranslation();
  const { map } = useContent();
  const items = useOpenMap((open) => open.items);
  const customer = statementAt(items, link.id, 'customer');
  const provider = statementAt(items, link.id, 'provider');
  const slack = effectiveNumber('slack', customer?.slack, provider?.slack, link.handshake);
  const pass = effectiveNumber('defectPass', customer?.defectPass, provider?.defectPass, link.handshake);

  return (
    <Part title={t('details.sides')}>
      <Text size="xs" c="dimmed">
        {t('details.sidesHint')}
      </Text>
      <Stack gap="xs">
        <SimpleGrid cols={2} spacing="sm">
          <SideName link={link} side="customer" />
          <SideName link={link} side="provider" />
        </SimpleGrid>
        <BothSides link={link} field="text" said={{ customer, provider }} />
        <BothSides link={link} field="slack" said={{ customer, provider }} />
        <BothSides link={link} field="defectPass" said={{ customer, provider }} />
      </Stack>
      <Gap customer={customer?.slack} provider={provider?.slack} />
      <Stack gap={6}>
        <Counts
          label={t('details.slackCounts')}
          value={shortDuration(slack.value, map)}
          origin={slack.origin}
        />
        <Counts label={t('details.passCounts')} value={percent(pass.value)} origin={pass.origin} />
      </Stack>
    </Part>
  );
}

function SideName({ link, side }: { link: Link; side: Side }) {
  const { t } = useTranslation();
  const content = useContent();
  return (
    <div>
      <Text size="sm" fw={650}>
        {t(side === 'customer' ? 'details.expectation' : 'details.commitment')}
      </Text>
      <Text size="xs" c="dimmed">
        {nameOf(content, link[side])}
      </Text>
    </div>
  );
}

function Gap({ customer, provider }: { customer: number | undefined; provider: number | undefined }) {
  const { t } = useTranslation();
  const { map } = useContent();
  if (customer === undefined || provider === undefined || customer === provider) return null;
  return (
    <Text size="sm" className="note">
      {t('details.gap', { gap: shortDuration(Math.abs(provider - customer), map) })}
    </Text>
  );
}

function Counts({ label, value, origin }: { label: string; value: string; origin: Origin }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm">{label}</Text>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" fw={650} className="numbers" style={{ whiteSpace: 'nowrap' }}>
          {value}
        </Text>
        <Badge
          variant="outline"
          color="gray"
          c="var(--soft)"
          tt="none"
          fw={400}
          title={t(`originHint.${origin}`)}
        >
          {t(`origin.${origin}`)}
        </Badge>
      </Group>
    </Group>
  );
}

type Said = Record<Side, Statement | undefined>;

/** One field as the two sides state it, on one line, so that a difference is seen. */
function BothSides({
  link,
  field,
  said,
}: {
  link: Link;
  field: 'text' | 'slack' | 'defectPass';
  said: Said;
}) {
  return (
    <SimpleGrid cols={2} spacing="sm">
      {sides.map((side) => (
        <OneSide key={`${link.id} ${side}`} link={link} field={field} side={side} says={said[side]} />
      ))}
    </SimpleGrid>
  );
}

interface OneSideProps {
  link: Link;
  field: 'text' | 'slack' | 'defectPass';
  side: Side;
  says: Statement | undefined;
}

function OneSide({ link, field, side, says }: OneSideProps) {
  const { t } = useTranslation();
  const { map } = useContent();
  const store = useOpenMapStore();
  const mayEdit = useMayEdit();
  const time = workingTimeOf(map);
  const label = t(field === 'text' ? 'details.inWords' : `details.${field}`);

  const read = (typed: string): Reading | { value: string | null } => {
    if (field === 'slack') return readMinutes(typed, time);
    if (field === 'defectPass') return readPercent(typed, t('details.percentProblem'));
    return { value: typed === '' ? null : typed };
  };
  const value = {
    text: says?.text ?? '',
    slack: writeMinutes(says?.slack, time),
    defectPass: writePercent(says?.defectPass),
  };

  return (
    <CommittedField
      size="xs"
      label={label}
      aria-label={t(side === 'customer' ? 'details.expected' : 'details.committed', { field: label })}
      lines={field === 'text' ? 4 : 1}
      {...(field === 'text' ? { maxLength: limits.statementText } : { placeholder: t('details.notStated') })}
      value={value[field]}
      readOnly={!mayEdit}
      onCommit={(typed) => {
        const reading = read(typed);
        if ('problem' in reading) return reading.problem;
        const { items, edit } = store.getState();
        return flawAt(edit(stateSide(items, link.id, side, { [field]: reading.value })), field);
      }}
    />
  );
}
