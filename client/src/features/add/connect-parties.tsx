import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { limits } from '@downstream/graph-schema/limits';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newLink } from '../../open-map/new-items';
import { useContent, useOpenMap } from '../../open-map/use-open-map';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';
import type { AddFormProps } from './add-party';

export interface ConnectPartiesProps extends AddFormProps {
  from?: string | undefined;
}

/** A link: who hands what to whom. */
export function ConnectParties({ from, onAdded, focusAtOnce }: ConnectPartiesProps) {
  const { t } = useTranslation();
  const content = useContent();
  const edit = useOpenMap((map) => map.edit);
  const [provider, setProvider] = useState(from ?? '');
  const [customer, setCustomer] = useState('');
  const [output, setOutput] = useState('');
  const [problem, setProblem] = useState<string>();
  const first = useFocusAtOnce<HTMLSelectElement>(focusAtOnce && from === undefined);
  const second = useFocusAtOnce<HTMLSelectElement>(focusAtOnce && from !== undefined);

  if (content.parties.length < 2) {
    return (
      <Text size="sm" c="dimmed">
        {t('add.twoFirst')}
      </Text>
    );
  }

  const connect = (event: SyntheticEvent) => {
    event.preventDefault();
    if (provider === '' || customer === '') {
      setProblem(t('add.chooseBoth'));
      return;
    }
    const link = newLink(provider, customer, output.trim());
    const flaw = edit([{ op: 'put', item: link }])[0];
    setProblem(flaw && t('edit.flaw', { message: flaw.message }));
    if (flaw) return;
    setCustomer('');
    setOutput('');
    onAdded({ type: 'link', id: link.id });
  };

  const choose = { value: '', label: t('add.choose') };
  const options = content.parties.map(({ id, name }) => ({ value: id, label: name }));
  const kindOf = new Map(content.parties.map(({ id, kind }) => [id, kind]));
  return (
    <form onSubmit={connect}>
      <Stack gap="sm">
        <NativeSelect
          ref={first}
          label={t('details.provider')}
          value={provider}
          data={[choose, ...options.filter(({ value }) => kindOf.get(value) !== 'external-customer')]}
          onChange={(event) => setProvider(event.currentTarget.value)}
        />
        <NativeSelect
          ref={second}
          label={t('details.customer')}
          value={customer}
          data={[
            choose,
            ...options.filter(({ value }) => kindOf.get(value) !== 'supplier' && value !== provider),
          ]}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
        <TextInput
          label={t('details.output')}
          placeholder={t('add.outputExample')}
          value={output}
          maxLength={limits.output}
          error={problem}
          onChange={(event) => setOutput(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('add.connect')}
        </Button>
      </Stack>
    </form>
  );
}
