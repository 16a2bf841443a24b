import { Button, Group, Pill, Stack } from '@mantine/core';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, partyOf } from '../../open-map/name-of';
import { shortDuration } from '../../show/duration';
import { DisruptionEditor, firstDelay } from './disruption-editor';

export interface DisruptionsProps {
  content: MapContent;
  /** At least one. */
  disruptions: readonly Disruption[];
  selection: ItemReference | undefined;
  onDisruptionsChange: (disruptions: Disruption[]) => void;
}

/** What is asked: one disruption open to change, the others as chips. */
export function Disruptions({ content, disruptions, selection, onDisruptionsChange }: DisruptionsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(0);
  const at = Math.min(open, disruptions.length - 1);
  const current = disruptions[at]!;
  const chosen = selection?.type === 'party' ? partyOf(content, selection.id) : undefined;
  const next =
    chosen && chosen.kind !== 'external-customer' && !disruptions.some(({ party }) => party === chosen.id)
      ? chosen.id
      : content.parties.find(
          ({ id, kind }) => kind !== 'external-customer' && !disruptions.some(({ party }) => party === id),
        )?.id;
  const inWords = (disruption: Disruption): string => {
    const party = nameOf(content, disruption.party);
    return disruption.kind === 'defect'
      ? t('ripple.chip.defect', { party })
      : t('ripple.chip.delay', { party, duration: shortDuration(disruption.minutes, content.map) });
  };
  const remove = (index: number): void => {
    setOpen(0);
    onDisruptionsChange(disruptions.toSpliced(index, 1));
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('ripple.editing')}>
      {disruptions.length > 1 && (
        <Group gap={6}>
          {disruptions.map((disruption, index) => (
            <Pill
              key={index}
              size="md"
              withRemoveButton
              removeButtonProps={{
                'aria-label': t('ripple.remove', { name: inWords(disruption) }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
              onRemove={() => remove(index)}
              bg={index === at ? 'var(--note)' : 'transparent'}
              bd="1px solid var(--edge)"
            >
              <button
                type="button"
                className="ripple-chip"
                aria-pressed={index === at}
                onClick={() => setOpen(index)}
              >
                {inWords(disruption)}
              </button>
            </Pill>
          ))}
        </Group>
      )}
      <DisruptionEditor
        key={at}
        content={content}
        disruption={current}
        onChange={(changed) => onDisruptionsChange(disruptions.with(at, changed))}
      />
      <Group gap="xs">
        {next !== undefined && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              onDisruptionsChange([...disruptions, { party: next, kind: 'delay', minutes: firstDelay }]);
              setOpen(disruptions.length);
            }}
          >
            {t('ripple.addAnother')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={() => onDisruptionsChange([])}>
          {t('ripple.clear')}
        </Button>
      </Group>
    </Stack>
  );
}
