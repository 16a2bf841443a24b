import { Button, Group, Pill, Stack, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RippleState } from '../../engine/use-ripple';
import { nameOf, partyOf } from '../../open-map/name-of';
import { failureInWords } from '../../server/failure-in-words';
import { shortDuration } from '../../show/duration';
import { phrasesText } from '../../text/phrases';
import { ProblemNotice } from '../../ui/problem-notice';
import { DisruptionEditor, firstDelay, PartyPicker } from './disruption-editor';
import { RippleAnswer } from './ripple-answer';
import './ripple.css';

export interface RipplePanelProps {
  content: MapContent;
  disruptions: readonly Disruption[];
  /** Called at every move of the slider; the caller keeps them (and puts them in the address). */
  onDisruptionsChange: (disruptions: Disruption[]) => void;
  /** Of `useRipple(content, disruptions)`. */
  state: RippleState;
  selection: ItemReference | undefined;
  /** A row was chosen: the picture lights the chain that reached this party. */
  onSelect: (item: ItemReference | undefined) => void;
  /** "Show the five": what the picture should make stand out; an empty list ends it. */
  onHighlight: (items: readonly ItemReference[]) => void;
}

/** Long enough for a slider to come to rest before its result is read aloud. */
const quietTime = 900;

/** Ask what happens if, and read who feels it, where it stopped, and what the answer rests on. */
export function RipplePanel(props: RipplePanelProps) {
  const { content, disruptions, state, selection, onSelect, onHighlight } = props;
  const { ripple, problem } = state;
  const verdict = ripple ? phrasesText(ripple.explanation.headlines.map(({ words }) => words)) : '';
  const [settled] = useDebouncedValue(state.status === 'ready' ? verdict : '', quietTime);
  return (
    <Stack gap="md">
      {ripple && (
        <div>
          <h2 className="ripple-verdict">{verdict}</h2>
          <p className="ripple-asked">{phrasesText(ripple.explanation.asked)}</p>
        </div>
      )}
      {problem && <ProblemNotice {...failureInWords(problem)} />}
      {disruptions.length === 0 ? <FirstDisruption {...props} /> : <Disruptions {...props} />}
      {ripple && (
        <RippleAnswer
          content={content}
          ripple={ripple}
          selection={selection}
          onSelect={onSelect}
          onHighlight={onHighlight}
        />
      )}
      <VisuallyHidden aria-live="polite">{settled}</VisuallyHidden>
    </Stack>
  );
}

/** Nothing is asked yet: whoever is chosen on the picture is one tap from a ripple. */
function FirstDisruption({ content, selection, onDisruptionsChange, onSelect }: RipplePanelProps) {
  const { t } = useTranslation();
  const chosen = selection?.type === 'party' ? partyOf(content, selection.id) : undefined;
  const party = chosen && chosen.kind !== 'external-customer' ? chosen : undefined;
  if (!content.parties.some(({ kind }) => kind !== 'external-customer') || content.links.length === 0) {
    return <p className="ripple-asked">{t('ripple.emptyMap')}</p>;
  }
  return (
    <Stack gap="md">
      <p className="ripple-verdict">{party ? t('ripple.start', { name: party.name }) : t('ripple.ask')}</p>
      {!party && <p className="ripple-asked">{t('ripple.empty')}</p>}
      <PartyPicker
        content={content}
        party={party?.id ?? null}
        onPick={(picked) => onSelect({ type: 'party', id: picked })}
      />
      {party && (
        <Group grow>
          <Button
            onClick={() => onDisruptionsChange([{ party: party.id, kind: 'delay', minutes: firstDelay }])}
          >
            {t('ripple.startLate', { duration: shortDuration(firstDelay, content.map) })}
          </Button>
          <Button
            variant="default"
            onClick={() => onDisruptionsChange([{ party: party.id, kind: 'defect' }])}
          >
            {t('ripple.startDefect')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** What is asked: one disruption open to change, the others as chips. */
function Disruptions({ content, disruptions, selection, onDisruptionsChange }: RipplePanelProps) {
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
