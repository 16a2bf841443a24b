import { Button, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Change } from '@downstream/graph-schema/change';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupOf, leaveGroup, makePrimary, replaceable, standInFor } from '../../open-map/alternatives';
import type { Items } from '../../open-map/apply-changes';
import { linkInWords, partyOf } from '../../open-map/name-of';
import { numberAt, type NumberName } from './number-at';
import { NumberField } from './number-field';
import { editsOf, valueNow, type WhatIfEdit } from './what-if';

export interface WhatIfFieldsProps {
  selection: ItemReference;
  /** The map as it is, and as it would be. */
  content: MapContent;
  items: Items;
  changed: { content: MapContent; items: Items };
  edits: readonly WhatIfEdit[];
  /** Answers what is wrong, if anything; then nothing is changed. */
  onEdit: (edits: readonly WhatIfEdit[]) => string | undefined;
}

/** The numbers of what is chosen, to be changed without saving. */
export function WhatIfFields(props: WhatIfFieldsProps) {
  const { t } = useTranslation();
  const { selection, content, changed } = props;
  const party = selection.type === 'party' ? partyOf(content, selection.id) : undefined;
  if (party?.kind === 'external-customer')
    return <p className="small-words">{t('compare.change.noNumbers')}</p>;
  if (party) return <PartyNumbers {...props} party={party} />;
  const links = [content, changed.content].map(({ links: of }) => of.find(({ id }) => id === selection.id));
  return links[0] && links[1] ? <LinkNumbers {...props} now={links[0]} link={links[1]} /> : null;
}

function PartyNumbers({ party, ...props }: WhatIfFieldsProps & { party: Party }) {
  return (
    <Stack gap="md">
      <OneNumber {...props} id={party.id} field="buffer" />
      <OneNumber {...props} id={party.id} field="catchRate" />
    </Stack>
  );
}

function LinkNumbers({ now, link, ...props }: WhatIfFieldsProps & { now: Link; link: Link }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const { onEdit, changed } = props;
  const wasHelpful = now.dependence === 'helpful';
  const isHelpful = link.dependence === 'helpful';
  return (
    <Stack gap="md">
      <OneNumber {...props} id={link.id} field="slack" />
      <OneNumber {...props} id={link.id} field="defectPass" />
      <div className="what-if-number" data-changed={wasHelpful !== isHelpful}>
        <Text size="sm" fw={500} mb={4}>
          {t('compare.change.field.dependence')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={t('compare.change.field.dependence')}
          value={isHelpful ? 'helpful' : 'blocking'}
          data={(['blocking', 'helpful'] as const).map((value) => ({
            value,
            label: t(`compare.change.dependence.${value}`),
          }))}
          onChange={(value) => setProblem(onEdit([{ field: 'dependence', id: link.id, value }]))}
        />
      </div>
      <OneNumber {...props} id={link.id} field="leadTime" />
      <Alternative
        link={link}
        content={changed.content}
        onChange={(changes) => setProblem(onEdit(editsOf(changes)))}
      />
      {link.switchTime !== undefined && <OneNumber {...props} id={link.id} field="switchTime" />}
      {problem !== undefined && (
        <Text size="sm" className="problem" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}

interface AlternativeProps {
  link: Link;
  /** The map as it would be. */
  content: MapContent;
  onChange: (changes: Change[]) => void;
}

/** What this link could stand in for, or that it does no longer. */
function Alternative({ link, content, onChange }: AlternativeProps) {
  const { t } = useTranslation();
  const group = groupOf(link, content.links);
  if (group.length > 0) {
    return (
      <div className="what-if-number">
        <Text size="sm" fw={500} mb={4}>
          {t('compare.change.field.alternativeGroup')}
        </Text>
        <div className="what-if-buttons">
          {link.switchTime === undefined ? (
            <Text size="sm">{t('compare.change.usedFirst')}</Text>
          ) : (
            <Button variant="default" onClick={() => onChange(makePrimary(link, content.links))}>
              {t('compare.change.makePrimary')}
            </Button>
          )}
          <Button variant="default" onClick={() => onChange(leaveGroup(link, content.links))}>
            {t('compare.change.leave')}
          </Button>
        </div>
      </div>
    );
  }
  const others = replaceable(link, content.links);
  if (others.length === 0 || link.dependence === 'helpful') return null;
  return (
    <NativeSelect
      label={t('compare.change.standsInFor')}
      value=""
      data={[
        { value: '', label: t('compare.change.nothing') },
        ...others.map((other) => ({ value: other.id, label: linkInWords(content, other) })),
      ]}
      onChange={(event) => {
        const other = others.find(({ id }) => id === event.currentTarget.value);
        if (other) onChange(standInFor(link, other, content.links));
      }}
    />
  );
}

interface OneNumberProps extends WhatIfFieldsProps {
  id: string;
  field: NumberName;
}

function OneNumber({ id, field, content, items, changed, edits, onEdit }: OneNumberProps) {
  return (
    <NumberField
      // A field of another item is another field: nothing typed may move over.
      key={`${field} ${id}`}
      content={content}
      field={field}
      now={numberAt(items, field, id)}
      value={numberAt(changed.items, field, id).value}
      isChanged={edits.some((edit) => edit.field === field && edit.id === id)}
      onChange={(value) => onEdit([{ field, id, value }])}
      onReset={() => onEdit([{ field, id, value: valueNow(items, { field, id }) }])}
    />
  );
}
