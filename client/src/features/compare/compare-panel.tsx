import { Button, Group, Stack, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparisonState } from '../../engine/use-comparison';
import type { Items } from '../../open-map/apply-changes';
import { nameOf } from '../../open-map/name-of';
import { failureInWords } from '../../server/failure-in-words';
import { phrasesText } from '../../text/phrases';
import { Part } from '../../ui/part';
import { ProblemNotice } from '../../ui/problem-notice';
import { ChangePicker } from './change-picker';
import type { KindDifference } from './difference';
import type { DifferenceInWords } from './difference-in-words';
import { editInWords } from './edit-in-words';
import { HarmBars } from './harm-bars';
import { valueNow, type WhatIf, type WhatIfEdit } from './what-if';
import { WhatIfFields } from './what-if-fields';
import '../../text/en-compare';

export interface ComparePanelProps {
  /** The map as it is, and as it would be. */
  content: MapContent;
  items: Items;
  changed: { content: MapContent; items: Items };
  /** Why the edits cannot be made on the map as it is now, if so. */
  flaw: string | undefined;
  whatIf: WhatIf;
  /** Answers what is wrong with these edits, if anything; then nothing is changed. */
  onEdit: (edits: readonly WhatIfEdit[]) => string | undefined;
  onSameDisruption: () => void;
  state: ComparisonState;
  differences: readonly KindDifference[];
  words: DifferenceInWords;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
  /** To change what happens after the change. */
  disruption: ReactNode;
  /** Party by party. */
  rows: ReactNode;
  /** Absent where the reader may not edit. */
  onKeep: (() => void) | undefined;
  onDiscard: () => void;
}

/** Long enough for a number to come to rest before the difference is read aloud. */
const quietTime = 900;

/** Change a number, read what it would do, and keep it or let it go. */
export function ComparePanel(props: ComparePanelProps) {
  const { content, state, differences, words, selection, onSelect, whatIf, flaw, onDiscard } = props;
  const { t } = useTranslation();
  const { problem } = state;
  const isChanged = whatIf.edits.length > 0 || whatIf.disruptions !== undefined;
  const [settled] = useDebouncedValue(
    state.status === 'ready' && isChanged ? [words.headline, ...words.sentences].join(' ') : '',
    quietTime,
  );
  return (
    <div className="compare-panel">
      <Stack gap="lg" className="compare-told">
        {flaw !== undefined && (
          <ProblemNotice title={t('compare.title')} sentence={t('compare.broken', { message: flaw })} />
        )}
        {problem && <ProblemNotice {...failureInWords(problem)} />}
        <HarmBars differences={differences} />
        {isChanged && words.sentences.length > 0 && (
          <div>
            {words.sentences.map((sentence) => (
              <p key={sentence} className="compare-sentence">
                {sentence}
              </p>
            ))}
          </div>
        )}
        {differences.some(({ kind }) => kind === 'defect') && (
          <p className="small-words">{t('compare.possible')}</p>
        )}
        {!isChanged && <p className="compare-sentence">{t('compare.nothingYetHint')}</p>}
        {isChanged && <Edits {...props} />}
        <Part title={t('compare.change.title')} gap="sm">
          <ChangePicker content={content} selection={selection} onSelect={onSelect} />
          {selection && (
            <WhatIfFields
              selection={selection}
              content={content}
              items={props.items}
              changed={props.changed}
              edits={whatIf.edits}
              onEdit={props.onEdit}
            />
          )}
        </Part>
        <details className="compare-disruption">
          <summary>{t('compare.disruption.title')}</summary>
          <p className="small-words">{t('compare.disruption.same')}</p>
          {props.disruption}
        </details>
        {props.rows}
      </Stack>
      <Ending
        canKeep={whatIf.edits.length > 0 && flaw === undefined}
        isChanged={isChanged}
        onKeep={props.onKeep}
        onDiscard={onDiscard}
      />
      <VisuallyHidden aria-live="polite">{settled}</VisuallyHidden>
    </div>
  );
}

/** What is different, each with its way back. */
function Edits({ content, items, whatIf, onEdit, onSameDisruption, state }: ComparePanelProps) {
  const { t } = useTranslation();
  const asked = state.comparison
    ? phrasesText(state.comparison.after.explanation.asked)
    : (whatIf.disruptions ?? []).map(({ party }) => nameOf(content, party)).join(', ');
  const rows = [
    ...whatIf.edits.map((edit) => ({
      text: editInWords(edit, content, items, t),
      back: () => void onEdit([{ ...edit, value: valueNow(items, edit) }]),
    })),
    ...(whatIf.disruptions
      ? [{ text: t('compare.edits.disruption', { asked }), back: onSameDisruption }]
      : []),
  ];
  return (
    <Part title={t('compare.edits.title')} gap="xs">
      <ul className="compare-edits">
        {rows.map(({ text, back }) => (
          <li key={text}>
            <span>{text}</span>
            <UnstyledButton
              className="what-if-reset"
              aria-label={t('compare.change.resetOf', { what: text })}
              onClick={back}
            >
              {t('compare.change.reset')}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface EndingProps {
  canKeep: boolean;
  isChanged: boolean;
  onKeep: (() => void) | undefined;
  onDiscard: () => void;
}

function Ending({ canKeep, isChanged, onKeep, onDiscard }: EndingProps) {
  const { t } = useTranslation();
  const hint = !onKeep
    ? 'compare.readOnly'
    : canKeep || !isChanged
      ? 'compare.keepHint'
      : 'compare.keepNothing';
  return (
    <div className="compare-ending">
      <Group gap="xs">
        {onKeep && (
          <Button disabled={!canKeep} onClick={onKeep}>
            {t('compare.keep')}
          </Button>
        )}
        <Button variant="default" disabled={!isChanged} onClick={onDiscard}>
          {t('compare.discard')}
        </Button>
      </Group>
      {isChanged && <p className="small-words">{t(hint)}</p>}
    </div>
  );
}
