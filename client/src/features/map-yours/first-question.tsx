import { Button, Group, Stack, TextInput } from '@mantine/core';
import { limits } from '@downstream/graph-schema/limits';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newParty } from '../../open-map/new-items';
import { failureInWords } from '../../server/failure-in-words';
import { ProblemNotice } from '../../ui/problem-notice';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';
import { beginMap } from './begin-map';

/** Every map begins at those who pay: with the first one named, the map is there and the questions go on beside it. */
export function FirstQuestion({ onMade }: { onMade: (map: string) => void }) {
  const { t } = useTranslation();
  const [customer, setCustomer] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [problem, setProblem] = useState<string>();
  const field = useFocusAtOnce<HTMLInputElement>(true);
  const begin = useMutation({
    mutationFn: () => {
      const name = customer.trim();
      return beginMap(organisation.trim() || t('mapYours.nameFor', { name }), [
        { op: 'put', item: newParty('external-customer', name) },
      ]);
    },
    onSuccess: onMade,
  });
  const answer = (event: SyntheticEvent) => {
    event.preventDefault();
    if (customer.trim() === '') setProblem(t('mapYours.customerMissing'));
    else begin.mutate();
  };
  return (
    <form onSubmit={answer}>
      <Stack gap="md">
        <TextInput
          ref={field}
          size="md"
          label={t('guide.customer')}
          description={t('guide.customerHint')}
          placeholder={t('guide.customerExample')}
          classNames={{ label: 'question' }}
          value={customer}
          error={problem}
          maxLength={limits.name}
          onChange={(event) => {
            setCustomer(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <TextInput
          label={t('mapYours.organisation')}
          description={t('mapYours.organisationHint')}
          value={organisation}
          maxLength={limits.name}
          onChange={(event) => setOrganisation(event.currentTarget.value)}
        />
        {begin.error && <ProblemNotice {...failureInWords(begin.error)} />}
        <Group>
          <Button type="submit" size="md" loading={begin.isPending}>
            {t('mapYours.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
