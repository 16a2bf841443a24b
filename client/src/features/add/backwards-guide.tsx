import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Change } from '@downstream/graph-schema/change';
import type { ItemReference } from '@downstream/graph-schema/item';
import { limits } from '@downstream/graph-schema/limits';
import type { Party } from '@downstream/graph-schema/party';
import { useId, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { handsOver } from '../../open-map/hands-over';
import { newLink, newParty } from '../../open-map/new-items';
import { useContent, useOpenMap } from '../../open-map/use-open-map';
import './backwards-guide.css';
import { nextQuestion } from './next-question';
import { useNameField } from './use-name-field';
import '../../text/en-add';
import '../../text/en-guide';

export interface BackwardsGuideProps {
  onAdded: (item: ItemReference) => void;
  onDone: () => void;
  focusAtOnce: boolean;
}

/** Builds a map backwards from those who pay, one question at a time. */
export function BackwardsGuide({ onAdded, onDone, focusAtOnce }: BackwardsGuideProps) {
  const { t } = useTranslation();
  const content = useContent();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [another, setAnother] = useState(false);
  // Whoever answers one question goes on to the next; until then the focus may be wanted elsewhere.
  const [isAnswering, setAnswering] = useState(focusAtOnce);
  const added = (item: ItemReference) => {
    setAnswering(true);
    onAdded(item);
  };
  const question = another ? ({ about: 'customer' } as const) : nextQuestion(content, settled);

  if (question.about === 'nothing') {
    return (
      <Stack gap="sm">
        <Text className="question">{t('guide.finished')}</Text>
        <Text size="sm" c="dimmed">
          {t('guide.finishedHint')}
        </Text>
        <Group>
          <Button onClick={onDone}>{t('guide.toRipple')}</Button>
          <Button variant="default" onClick={() => setAnother(true)}>
            {t('guide.anotherCustomer')}
          </Button>
          <Button variant="subtle" onClick={() => setSettled(new Set())}>
            {t('guide.askAgain')}
          </Button>
        </Group>
      </Stack>
    );
  }
  if (question.about === 'customer') {
    return (
      <CustomerQuestion
        focusAtOnce={isAnswering || another}
        onAnswered={(item) => {
          setAnother(false);
          added(item);
        }}
        onNoMore={another ? () => setAnother(false) : undefined}
      />
    );
  }
  return (
    <ProviderQuestion
      key={question.party.id}
      customer={question.party}
      has={question.has}
      focusAtOnce={isAnswering}
      onAdded={added}
      onNoMore={() => {
        setAnswering(true);
        setSettled(new Set([...settled, question.party.id]));
      }}
    />
  );
}

interface CustomerQuestionProps {
  focusAtOnce: boolean;
  onAnswered: (item: ItemReference) => void;
  onNoMore: (() => void) | undefined;
}

function CustomerQuestion({ focusAtOnce, onAnswered, onNoMore }: CustomerQuestionProps) {
  const { t } = useTranslation();
  const edit = useOpenMap((map) => map.edit);
  const { name, setName, problem, setProblem, field, takeLine } = useNameField(focusAtOnce);
  const answer = (event: SyntheticEvent) => {
    event.preventDefault();
    if (takeLine(onAnswered)) return;
    const party = newParty('external-customer', name.trim());
    const flaw = edit([{ op: 'put', item: party }])[0];
    setProblem(flaw?.message);
    if (!flaw) onAnswered({ type: 'party', id: party.id });
  };
  return (
    <form onSubmit={answer}>
      <Stack gap="sm">
        <TextInput
          ref={field}
          label={t('guide.customer')}
          description={t('guide.customerHint')}
          placeholder={t('guide.customerExample')}
          classNames={{ label: 'question' }}
          value={name}
          error={problem}
          maxLength={limits.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit">{t('guide.add')}</Button>
          {onNoMore && (
            <Button variant="default" onClick={onNoMore}>
              {t('guide.back')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface ProviderQuestionProps {
  customer: Party;
  has: number;
  focusAtOnce: boolean;
  onAdded: (item: ItemReference) => void;
  onNoMore: () => void;
}

function ProviderQuestion({ customer, has, focusAtOnce, onAdded, onNoMore }: ProviderQuestionProps) {
  const { t } = useTranslation();
  const content = useContent();
  const edit = useOpenMap((map) => map.edit);
  const { name, setName, problem, setProblem, field, takeLine } = useNameField(focusAtOnce);
  const [output, setOutput] = useState('');
  const [isSupplier, setIsSupplier] = useState(false);
  const known = useId();
  const there = content.parties.find((party) => party.name.toLowerCase() === name.trim().toLowerCase());

  const answer = (event: SyntheticEvent) => {
    event.preventDefault();
    if (takeLine(onAdded)) return;
    if (there && handsOver(content, there.id, customer.id, output)) {
      setProblem(t('add.linkedAlready', { provider: there.name, customer: customer.name }));
      field.current?.focus();
      return;
    }
    const provider = there ?? newParty(isSupplier ? 'supplier' : 'team', name.trim());
    const link = newLink(provider.id, customer.id, output.trim());
    const changes: Change[] = [
      ...(there ? [] : [{ op: 'put', item: provider } as const]),
      { op: 'put', item: link },
    ];
    const flaw = edit(changes)[0];
    setProblem(flaw?.message);
    field.current?.focus();
    if (flaw) return;
    setName('');
    setOutput('');
    setIsSupplier(false);
    onAdded({ type: 'party', id: provider.id });
  };

  return (
    <form onSubmit={answer}>
      <Stack gap="sm">
        <TextInput
          ref={field}
          label={t(has === 0 ? 'guide.whoServes' : 'guide.whoElse', { name: customer.name })}
          description={t('guide.whoServesHint')}
          placeholder={t('guide.providerExample')}
          classNames={{ label: 'question' }}
          list={known}
          autoComplete="off"
          value={name}
          error={problem}
          maxLength={limits.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <datalist id={known}>
          {content.parties
            .filter(({ id, kind }) => id !== customer.id && kind !== 'external-customer')
            .map((party) => (
              <option key={party.id} value={party.name} />
            ))}
        </datalist>
        <TextInput
          label={t('guide.whatDoTheyHand')}
          placeholder={t('add.outputExample')}
          value={output}
          maxLength={limits.output}
          onChange={(event) => setOutput(event.currentTarget.value)}
        />
        {!there && (
          <Checkbox
            label={t('guide.isSupplier')}
            checked={isSupplier}
            onChange={(event) => setIsSupplier(event.currentTarget.checked)}
          />
        )}
        <Group>
          <Button type="submit">{t('guide.add')}</Button>
          <Button variant="default" onClick={onNoMore}>
            {t(has === 0 ? 'guide.nobody' : 'guide.nobodyElse')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
