import { Button, Group } from '@mantine/core';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import { useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComparison } from '../engine/use-comparison';
import { ComparePanel } from '../features/compare/compare-panel';
import { differenceOf } from '../features/compare/difference';
import { differenceInWords } from '../features/compare/difference-in-words';
import { DifferenceRows } from '../features/compare/difference-rows';
import '../features/compare/compare.css';
import '../features/table/table.css';
import { sayWithUndo } from '../ui/undo-toast';
import { Panes } from '../features/compare/panes';
import {
  changesOf,
  editedItems,
  readWhatIf,
  whatIfOnMap,
  withEdits,
  writeWhatIf,
  type WhatIf,
  type WhatIfEdit,
} from '../features/compare/what-if';
import { MapPicture } from '../features/picture/map-picture';
import { shareView } from '../features/picture/shared-view';
import { Disruptions } from '../features/ripple/disruptions';
import { RippleTimeline } from '../features/ripple/ripple-timeline';
import { contentOfItems, useContent, useMayEdit, useOpenMap } from '../open-map/use-open-map';
import { timelineOf } from '../show/marks-of';
import { useMirror } from '../show/use-mirror';
import { usePlayhead } from '../show/use-playhead';
import { phrasesText } from '../text/phrases';
import { EndPresenting, insetWith } from './end-presenting';
import { isPicture, type View } from './view';

export interface CompareWorkspaceProps {
  view: View;
  onView: (change: Partial<View>) => void;
  /** What is asked of the map as it is. */
  disruptions: readonly Disruption[];
  selection: ItemReference | undefined;
  isPresenting: boolean;
  onEndPresenting: () => void;
  undo: () => void;
}

/** Two ripples on two versions of the map, side by side, and the panel that makes them different. */
export default function CompareWorkspace(props: CompareWorkspaceProps) {
  const { view, onView, disruptions, selection, isPresenting, onEndPresenting, undo } = props;
  const { t } = useTranslation();
  const content = useContent();
  const items = useOpenMap((open) => open.items);
  const edit = useOpenMap((open) => open.edit);
  const mayEdit = useMayEdit();
  const reduceMotion = useReducedMotion();
  const isNarrow = useMediaQuery('(max-width: 860px)', undefined, { getInitialValueInEffect: false });
  // On a phone whoever is sent a comparison sees it first; whoever begins one changes a number first.
  const [isPanelOpen, setPanelOpen] = useState(() => !isNarrow || view.whatIf?.[0] === '');
  const [sharedView] = useState(shareView);

  const written = JSON.stringify(view.whatIf);
  const whatIf = useMemo(
    () => whatIfOnMap(items, readWhatIf(JSON.parse(written) as string[])),
    [items, written],
  );
  const edited = useMemo(() => editedItems(items, whatIf.edits), [items, whatIf.edits]);
  const changed = { items: edited.items, content: contentOfItems(edited.items) };
  const [asked, askedAfter] = [
    JSON.stringify(disruptions),
    JSON.stringify(whatIf.disruptions ?? disruptions),
  ];
  const now = useMemo(() => ({ content, disruptions: JSON.parse(asked) as Disruption[] }), [content, asked]);
  const after = useMemo(
    () => ({ content: changed.content, disruptions: JSON.parse(askedAfter) as Disruption[] }),
    [changed.content, askedAfter],
  );
  const state = useComparison(now, after);
  const { comparison } = state;
  const timeline = useMemo(
    () => comparison && timelineOf(comparison.before.show, comparison.after.show),
    [comparison],
  );
  const playhead = usePlayhead(timeline, reduceMotion);
  const playheads = {
    before: useMirror(playhead, comparison?.before.show),
    after: useMirror(playhead, comparison?.after.show),
  };
  const differences = useMemo(
    () => (comparison ? differenceOf(comparison, content) : []),
    [comparison, content],
  );

  const words = useMemo(() => differenceInWords(differences, content, t), [differences, content, t]);

  const change = (next: WhatIf) => onView({ whatIf: writeWhatIf(next) });
  const tryEdits = (more: readonly WhatIfEdit[]): string | undefined => {
    const edits = withEdits(items, whatIf.edits, more);
    const { flaw } = editedItems(items, edits);
    // Where the edits are broken already, one may still be taken back.
    if (flaw === undefined || edited.flaw !== undefined) change({ ...whatIf, edits });
    return flaw;
  };
  const disturb = (next: readonly Disruption[]) => {
    const isSame = next.length === 0 || JSON.stringify(next) === asked;
    change({ ...whatIf, disruptions: isSame ? undefined : next });
  };
  const leave = (then: Partial<View> = {}) => onView({ whatIf: undefined, ...then });
  const keep = () => {
    const [flaw] = edit(changesOf(items, whatIf.edits));
    if (flaw) {
      notifications.show({ message: t('compare.broken', { message: flaw.message }) });
      return;
    }
    leave({ disruptions: whatIf.disruptions ?? disruptions });
    sayWithUndo(t('compare.kept'), undo);
  };
  const select = (item: ItemReference | undefined) => onView({ selection: item });

  const isChanged = whatIf.edits.length > 0 || whatIf.disruptions !== undefined;
  const picture = (which: 'before' | 'after') => (
    <MapPicture
      content={which === 'before' ? content : changed.content}
      selection={selection}
      onSelect={select}
      show={comparison?.[which].show}
      playhead={playheads[which]}
      reduceMotion={reduceMotion}
      layout={isPicture(view.layout) ? view.layout : 'chain'}
      folded={view.folded}
      onFold={(folded) => onView({ folded })}
      presenting={isPresenting}
      inset={insetWith(undefined, isPresenting)}
      sideBySide={{
        view: sharedView,
        leads: which === 'after',
        showsAll: !isNarrow,
        name: t(`compare.picture.${which}`, { map: content.map.name }),
      }}
    />
  );
  const verdictOf = (which: 'before' | 'after'): string =>
    comparison ? phrasesText(comparison[which].explanation.headlines.map(({ words }) => words)) : '';
  const rows = differences.map((difference) => (
    <DifferenceRows
      key={difference.kind}
      content={content}
      difference={difference}
      selection={selection}
      onSelect={select}
    />
  ));
  return (
    <>
      <main id="compared" className="compared-main" tabIndex={-1}>
        {view.layout === 'table' ? (
          <div className="tables">{rows}</div>
        ) : (
          <Panes
            before={picture('before')}
            after={picture('after')}
            verdicts={{ before: verdictOf('before'), after: verdictOf('after') }}
            changes={whatIf.edits.length + (whatIf.disruptions ? 1 : 0)}
            difference={isChanged && comparison ? words.headline : t('compare.nothingYet')}
            isNarrow={isNarrow}
          />
        )}
        {isPresenting && <EndPresenting onEnd={onEndPresenting} />}
      </main>
      <div className="compared-timeline">
        <RippleTimeline content={content} playhead={playhead} />
      </div>
      <aside className="side-panel compared-side no-print" aria-label={t('compare.panel')}>
        <div className="side-tabs">
          <strong>{t('compare.title')}</strong>
          <Group gap="xs">
            <Button variant="default" size="compact-md" onClick={() => leave()}>
              {t('compare.close')}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              className="phone-only"
              aria-expanded={isPanelOpen}
              onClick={() => setPanelOpen(!isPanelOpen)}
            >
              {t(isPanelOpen ? 'panel.hide' : 'panel.show')}
            </Button>
          </Group>
        </div>
        <div className="side-body" hidden={!isPanelOpen}>
          <ComparePanel
            content={content}
            items={items}
            changed={changed}
            flaw={edited.flaw}
            whatIf={whatIf}
            onEdit={tryEdits}
            onSameDisruption={() => change({ ...whatIf, disruptions: undefined })}
            state={state}
            differences={differences}
            words={words}
            selection={selection}
            onSelect={select}
            disruption={
              <Disruptions
                content={content}
                disruptions={after.disruptions}
                selection={selection}
                onDisruptionsChange={disturb}
              />
            }
            rows={rows}
            onKeep={mayEdit ? keep : undefined}
            onDiscard={() => change({ edits: [], disruptions: undefined })}
          />
        </div>
      </aside>
    </>
  );
}
