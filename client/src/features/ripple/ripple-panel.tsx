import { Button, Group, Stack, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RippleState } from '../../engine/use-ripple';
import { partyOf } from '../../open-map/name-of';
import { failureInWords } from '../../server/failure-in-words';
import { shortDuration } from '../../show/duration';
import { phrasesText } from '../../text/phrases';
import { ProblemNotice } from '../../ui/problem-notice';
import { firstDelay } from './disruption-editor';
import { PartyPicker } from './later-party-picker';
import { Disruptions } from './disruptions';
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
  /** An external customer was chosen: how late may the others be before they feel it? Absent where none can be asked. */
  onSeeFrom?: ((customer: string) => void) | undefined;
  /** "Show the five": what the picture should make stand out; an empty list ends it. */
  onHighlight: (items: readonly ItemReference[]) => void;
  /** "What if …?": this ripple beside one in which something is different. Absent where there is no room for that. */
  onCompare?: (() => void) | undefined;
}

/** Long enough for a slider to come to rest before its result is read aloud. */
const quietTime = 900;

/** Ask what happens if, and read who feels it, where it stopped, and what the answer rests on. */
export function RipplePanel(props: RipplePanelProps) {
  const { content, disruptions, state, selection, onSelect, onHighlight, onCompare } = props;
  const { ask } = state;
  const asking: RipplePanelProps = {
    ...props,
    onDisruptionsChange: (asked) => {
      ask(asked);
      props.onDisruptionsChange(asked);
    },
  };
  const { t } = useTranslation();
  const { ripple, problem } = state;
  const verdict = ripple ? phrasesText(ripple.explanation.headlines.map(({ words }) => words)) : '';
  const [settled] = useDebouncedValue(state.status === 'ready' ? verdict : '', quietTime);
  return (
    <Stack gap="md">
      {disruptions.length > 0 && <Told told={state.told} />}
      {problem && <ProblemNotice {...failureInWords(problem)} />}
      {disruptions.length === 0 ? <FirstDisruption {...asking} /> : <Disruptions {...asking} />}
      {ripple && onCompare && (
        <Button variant="light" onClick={() => onCompare()}>
          {t('ripple.whatIf')}
        </Button>
      )}
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

/** What it comes to, by itself: it follows a hand on the slider while the rest of the page still takes its time. */
function Told({ told }: Pick<RippleState, 'told'>) {
  const verdict = useStore(told, (state) => state.verdict);
  if (!verdict) return null;
  return (
    <div>
      <h2 className="panel-title">{phrasesText(verdict.headlines.map(({ words }) => words))}</h2>
      <p className="ripple-asked">{phrasesText(verdict.asked)}</p>
    </div>
  );
}

/** Nothing is asked yet: whoever is chosen on the picture is one tap from a ripple. */
function FirstDisruption(props: RipplePanelProps) {
  const { content, selection, onDisruptionsChange, onSelect, onSeeFrom } = props;
  const { t } = useTranslation();
  const chosen = selection?.type === 'party' ? partyOf(content, selection.id) : undefined;
  const party = chosen && chosen.kind !== 'external-customer' ? chosen : undefined;
  if (!content.parties.some(({ kind }) => kind !== 'external-customer') || content.links.length === 0) {
    return <p className="ripple-asked">{t('ripple.emptyMap')}</p>;
  }
  return (
    <Stack gap="md">
      <p className="panel-title">{party ? t('ripple.start', { name: party.name }) : t('ripple.ask')}</p>
      {!party && <p className="ripple-asked">{t('ripple.empty')}</p>}
      <PartyPicker
        content={content}
        party={party?.id ?? null}
        onPick={(picked) => onSelect({ type: 'party', id: picked })}
      />
      {chosen && !party && onSeeFrom && (
        <Button variant="default" onClick={() => onSeeFrom(chosen.id)}>
          {t('map.look.askOf', { name: chosen.name })}
        </Button>
      )}
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
