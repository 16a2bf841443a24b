import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import { limits } from '@downstream/graph-schema/limits';
import { dependenceSchema, handshakeSchema, type Link } from '@downstream/graph-schema/link';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContent, useMayEdit, useOpenMap } from '../../open-map/use-open-map';
import { flawAt } from './flaw-at';
import { ItemField } from './item-field';
import { LinkAlternatives } from './link-alternatives';
import { LinkSides } from './link-sides';
import { readMinutes, writeMinutes } from '../../open-map/measures';
import { Part } from '../../ui/part';

export interface LinkDetailsProps {
  link: Link;
  onSelect: (item: ItemReference) => void;
  onRemove: (item: ItemReference) => void;
  onWhatIf: (item: ItemReference) => void;
  /** Set when the output is to be typed at once. */
  naming: boolean;
}

/** Everything about one link: who hands what to whom, what the two sides say, and what could replace it. */
export function LinkDetails({ link, onSelect, onRemove, onWhatIf, naming }: LinkDetailsProps) {
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const time = workingTimeOf(content.map);
  const item: ItemReference = { type: 'link', id: link.id };
  const providers = content.parties.filter((party) => party.kind !== 'external-customer');
  const customers = content.parties.filter((party) => party.kind !== 'supplier');

  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <ItemField
          item={item}
          field="output"
          label={t('details.output')}
          description={t('details.outputHint')}
          text={link.output}
          required
          maxLength={limits.output}
          focusAtOnce={naming}
        />
        <Choice
          link={link}
          field="provider"
          label={t('details.provider')}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choice
          link={link}
          field="customer"
          label={t('details.customer')}
          options={customers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Group gap="xs">
          <Button
            variant="light"
            size="compact-sm"
            onClick={() => onSelect({ type: 'party', id: link.provider })}
          >
            {t('details.toProvider')}
          </Button>
          <Button
            variant="light"
            size="compact-sm"
            onClick={() => onSelect({ type: 'party', id: link.customer })}
          >
            {t('details.toCustomer')}
          </Button>
        </Group>
      </Stack>

      <LinkSides link={link} />

      <Part title={t('details.whenLate')}>
        <Choice
          link={link}
          field="dependence"
          label={t('details.dependence')}
          value={link.dependence ?? 'blocking'}
          options={dependenceSchema.options.map((value) => ({ value, label: t(`dependence.${value}`) }))}
        />
        <ItemField
          item={item}
          field="leadTime"
          label={t('details.leadTime')}
          description={t('details.leadTimeHint')}
          placeholder={t('details.assumedNoMinutes')}
          text={writeMinutes(link.leadTime, time)}
          read={(text) => readMinutes(text, time)}
        />
      </Part>

      <LinkAlternatives link={link} onSelect={onSelect} />

      <Button variant="light" onClick={() => onWhatIf(item)}>
        {t('ripple.whatIfHere')}
      </Button>

      <Part title={t('details.handshake')}>
        <Choice
          link={link}
          field="handshake"
          label={t('details.handshakeState')}
          options={handshakeSchema.options.map((value) => ({ value, label: t(`handshake.${value}`) }))}
        />
        <Text size="xs" c="dimmed">
          {t('details.handshakeHint')}
        </Text>
      </Part>

      {mayEdit && (
        <Group justify="flex-end">
          <Button variant="subtle" color="red" onClick={() => onRemove(item)}>
            {t('details.removeLink')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface ChoiceProps {
  link: Link;
  field: 'provider' | 'customer' | 'dependence' | 'handshake';
  label: string;
  value?: string;
  options: { value: string; label: string }[];
}

function Choice({ link, field, label, value = link[field] ?? '', options }: ChoiceProps) {
  const mayEdit = useMayEdit();
  const edit = useOpenMap((map) => map.edit);
  const [problem, setProblem] = useState<{ of: string; sentence: string | undefined }>();
  return (
    <NativeSelect
      label={label}
      value={value}
      data={options}
      disabled={!mayEdit}
      error={problem?.of === link.id ? problem.sentence : undefined}
      onChange={(event) => {
        const fields = { [field]: event.currentTarget.value };
        const flaws = edit([{ op: 'patch', type: 'link', id: link.id, fields }]);
        setProblem({ of: link.id, sentence: flawAt(flaws, field) });
      }}
    />
  );
}
