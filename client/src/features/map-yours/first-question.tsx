import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Change } from '@downstream/graph-schema/change';
import { limits } from '@downstream/graph-schema/limits';
import { hasArrow, parseQuickEntry } from '@downstream/graph-schema/quick-entry';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { linksByName } from '../../open-map/links-by-name';
import { newParty } from '../../open-map/new-items';
import { failureInWords } from '../../server/failure-in-words';
import { ProblemNotice } from '../../ui/problem-notice';
import { useFocusAtOnce } from '../../ui/use-focus-at-once';
import { beginMap } from './begin-map';
import '../../text/en-map-yours';
import '../../text/en-guide';

interface Beginning {
  /** Those for whom the map is. */
  name: string;
  changes: Change[];
}

/** Mostly a name; whoever writes a whole chain, `Kitchen > Guests: dinner`, has its end as the customer. */
function readFirstAnswer(text: string): Beginning | { problem: string | undefined } {
  if (text === '') return { problem: undefined };
  if (!hasArrow(text)) {
    return { name: text, changes: [{ op: 'put', item: newParty('external-customer', text) }] };
  }
  const read = parseQuickEntry(text);
  if ('problem' in read) return read;
  const { changes } = linksByName({ parties: [] }, read.links, 'external-customer');
  return { name: read.links.at(-1)?.customer ?? text, changes };
}

/** Every map begins at those who pay: with the first one named, the map is there and the questions go on beside it. */
export function FirstQuestion({ onMade }: { onMade: (map: string) => void }) {
  const { t } = useTranslation();
  const [customer, setCustomer] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [problem, setProblem] = useState<string>();
  const field = useFocusAtOnce<HTMLInputElement>(true);
  const begin = useMutation({
    mutationFn: ({ name, changes }: Beginning) =>
      beginMap(organisation.trim() || t('mapYours.nameFor', { name }), changes),
    onSuccess: onMade,
  });
  const answer = (event: SyntheticEvent) => {
    event.preventDefault();
    const read = readFirstAnswer(customer.trim());
    if ('problem' in read) setProblem(read.problem ?? t('mapYours.customerMissing'));
    else begin.mutate(read);
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
