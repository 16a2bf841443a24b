import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { workingTimeOf } from '@downstream/graph-schema/duration';
import type { ItemReference } from '@downstream/graph-schema/item';
import { limits } from '@downstream/graph-schema/limits';
import { partyKinds, type Party, type PartyKind } from '@downstream/graph-schema/party';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsForKind, linksAgainstKind } from '../../open-map/change-kind';
import { nameOf } from '../../open-map/name-of';
import { useContent, useMayEdit, useOpenMap } from '../../open-map/use-open-map';
import { Part } from '../../ui/part';
import { flawAt } from './flaw-at';
import { ItemField } from './item-field';
import { LinkList } from './link-list';
import { readMinutes, readPercent, readWeight, writeMinutes, writePercent } from '../../open-map/measures';

export interface PartyDetailsProps {
  party: Party;
  onSelect: (item: ItemReference) => void;
  onRemove: (item: ItemReference) => void;
  onConnect: (party: string) => void;
  onWhatIf: (item: ItemReference) => void;
  /** Only external customers are asked how they see the map. */
  onSeeFrom: (customer: string) => void;
  /** Set when the name is to be typed at once. */
  naming: boolean;
}

/** Everything about one party, each field committed by itself. */
export function PartyDetails(props: PartyDetailsProps) {
  const { party, onSelect, onRemove, onConnect, onWhatIf, onSeeFrom, naming } = props;
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const time = workingTimeOf(content.map);
  const item: ItemReference = { type: 'party', id: party.id };

  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <ItemField
          item={item}
          field="name"
          label={t('details.name')}
          text={party.name}
          required
          maxLength={limits.name}
          focusAtOnce={naming}
        />
        <KindField key={party.id} party={party} />
        <ItemField
          item={item}
          field="purpose"
          label={t('details.purpose')}
          description={t(
            party.kind === 'external-customer' ? 'details.purposeOfCustomer' : 'details.purposeHint',
          )}
          text={party.purpose ?? ''}
          lines={2}
          maxLength={limits.purpose}
        />
        <ItemField
          item={item}
          field="group"
          label={t('details.group')}
          description={t('details.groupHint')}
          text={party.group ?? ''}
          maxLength={limits.name}
        />
      </Stack>

      {party.kind === 'external-customer' ? (
        <Part title={t('details.whenHit')}>
          <ItemField
            item={item}
            field="feltAs"
            label={t('details.feltAs')}
            description={t('details.feltAsHint')}
            placeholder={t('details.feltAsExample')}
            begins={t('details.feltAsBegins')}
            text={party.feltAs ?? ''}
            maxLength={limits.purpose}
          />
          <ItemField
            item={item}
            field="weight"
            label={t('details.weight')}
            description={t('details.weightHint')}
            placeholder={t('details.assumedOne')}
            text={party.weight === undefined ? '' : String(party.weight)}
            read={(text) => readWeight(text, t('details.weightProblem'))}
          />
          <Button variant="default" onClick={() => onSeeFrom(party.id)}>
            {t('map.look.ask')}
          </Button>
        </Part>
      ) : (
        <Part title={t('details.absorbs')}>
          <ItemField
            item={item}
            field="buffer"
            label={t('details.buffer')}
            description={t('details.bufferHint')}
            placeholder={t('details.assumedNoMinutes')}
            text={writeMinutes(party.buffer, time)}
            read={(text) => readMinutes(text, time)}
          />
          <ItemField
            item={item}
            field="catchRate"
            label={t('details.catchRate')}
            description={t('details.catchRateHint')}
            placeholder={t('details.assumedNoPercent')}
            text={writePercent(party.catchRate)}
            read={(text) => readPercent(text, t('details.percentProblem'))}
          />
        </Part>
      )}

      {party.kind !== 'external-customer' && (
        <Button variant="light" onClick={() => onWhatIf(item)}>
          {t('ripple.whatIfHere')}
        </Button>
      )}

      {party.kind !== 'supplier' && (
        <LinkList
          title={t('details.needs')}
          empty={t('details.needsNothing')}
          links={content.links.filter((link) => link.customer === party.id)}
          other="provider"
          onSelect={onSelect}
        />
      )}
      {party.kind !== 'external-customer' && (
        <LinkList
          title={t('details.hands')}
          empty={t('details.handsNothing')}
          links={content.links.filter((link) => link.provider === party.id)}
          other="customer"
          onSelect={onSelect}
        />
      )}

      {mayEdit && (
        <Group justify="space-between">
          <Button variant="default" onClick={() => onConnect(party.id)}>
            {t('details.connect')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => onRemove(item)}>
            {t('details.removeParty')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function KindField({ party }: { party: Party }) {
  const { t } = useTranslation();
  const mayEdit = useMayEdit();
  const content = useContent();
  const edit = useOpenMap((map) => map.edit);
  const [refused, setRefused] = useState<PartyKind>();
  const [flaw, setFlaw] = useState<string>();
  // Once these links are gone, so is the sentence.
  const [first, ...rest] = refused ? linksAgainstKind(content, party.id, refused) : [];
  const inTheWay =
    first &&
    (refused === 'supplier'
      ? t('details.needsInTheWay', { count: 1 + rest.length, name: nameOf(content, first.provider) })
      : t('details.handsInTheWay', { count: 1 + rest.length, name: nameOf(content, first.customer) }));
  return (
    <NativeSelect
      label={t('details.kind')}
      value={party.kind}
      error={inTheWay ?? flaw}
      disabled={!mayEdit}
      data={partyKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      onChange={(event) => {
        const kind = event.currentTarget.value as PartyKind;
        const isRefused = linksAgainstKind(content, party.id, kind).length > 0;
        setRefused(isRefused ? kind : undefined);
        const fields = fieldsForKind(kind);
        setFlaw(
          isRefused
            ? undefined
            : flawAt(edit([{ op: 'patch', type: 'party', id: party.id, fields }]), 'kind'),
        );
      }}
    />
  );
}
