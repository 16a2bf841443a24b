import { useDocumentTitle, useReducedMotion } from '@mantine/hooks';
import type { Disruption } from '@downstream/graph-schema/disruption';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRipple } from '../engine/use-ripple';
import { firstDelay } from '../features/ripple/disruption-editor';
import { RipplePanel } from '../features/ripple/ripple-panel';
import { RippleTimeline } from '../features/ripple/ripple-timeline';
import { VerdictStrip } from '../features/ripple/verdict-strip';
import { RefusalNotice } from '../features/saving/refusal-notice';
import { canBegin } from '../open-map/can-begin';
import { useContent, useMayEdit, useOpenMap } from '../open-map/use-open-map';
import { phrasesText } from '../text/phrases';
import { usePlayhead } from '../show/use-playhead';
import { usePreload } from '../ui/use-preload';
import { isPhone } from './is-phone';
import { MapDialogs, useDialogs } from './map-dialogs';
import { MapHeader } from './map-header';
import './map-page.css';
import { CompareWorkspace, GuessWorkspace, mapParts, SampleNotice } from './map-parts';
import { MissingNotice } from './missing-notice';
import { isSample } from './samples';
import { SidePanel } from './side-panel';
import { EndPresenting } from './end-presenting';
import { ShownMap } from './shown-map';
import { TraceInPanel } from './traced-picture';
import { useComparing } from './use-comparing';
import { useArranging } from './use-arranging';
import { useLook } from './use-look';
import { useGuessing } from './use-guessing';
import { useMapEditing } from './use-map-editing';
import { useMapKeys } from './use-map-keys';
import { usePanel } from './use-panel';
import { usePaper } from './use-paper';
import { useStepping } from './use-stepping';
import { useWhatIfSteps } from './use-what-if-steps';
import { useView } from './use-view';
import { isPicture } from './view';

/** A map that fits on the fingers of a hand is still being told. */
const stillBeingTold = 3;

/** The open map: its picture or table, one panel beside it, and the ripple over both. */
export function MapWorkspace() {
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const map = useOpenMap((open) => open.map);
  const items = useOpenMap((open) => open.items);
  const [view, changeView] = useView();
  const panel = usePanel(
    view.seenFrom !== undefined
      ? 'seen'
      : mayEdit && content.parties.length < stillBeingTold
        ? 'add'
        : 'ripple',
    isPicture(view.layout) && view.selection?.type === 'party' && view.disruptions.length > 0,
  );
  const dialogs = useDialogs();
  const [highlighted, setHighlighted] = useState<readonly ItemReference[]>([]);
  const mapSteps = useStepping(view.selection, changeView);
  const { undo } = mapSteps;
  usePreload(mapParts);
  useDocumentTitle(t('map.title', { name: content.map.name }));

  // An address may name what is no longer there; the page then says so and shows the rest.
  const selection = view.selection && items.has(referenceKey(view.selection)) ? view.selection : undefined;
  const disruptions = useMemo(
    () => view.disruptions.filter((disruption) => canBegin(content, disruption)),
    [view.disruptions, content],
  );
  const look = useLook(content, view, changeView, () => panel.showBeside('seen'));
  const { bringOut, ...arranging } = useArranging(content, view, changeView);
  const isMissing =
    (view.selection !== undefined && !selection) ||
    look.isMissing ||
    disruptions.length < view.disruptions.length;

  const isRippling = disruptions.length > 0;
  const guessing = useGuessing(map, view, disruptions, changeView);
  const isComparing = !guessing.isOn && isRippling && view.whatIf !== undefined;
  const instead = isComparing ? 'comparing' : guessing.isOn ? 'guessing' : undefined;
  const whatIf = useWhatIfSteps(view.whatIf, changeView);
  const steps = isComparing ? whatIf.steps : mapSteps;
  const mayEditNow = mayEdit && instead === undefined;
  const compare = useComparing(content, isRippling, changeView);
  const reduceMotion = useReducedMotion();
  const state = useRipple(content, disruptions);
  const verdict = state.ripple && phrasesText(state.ripple.explanation.headlines.map(({ words }) => words));
  const playhead = usePlayhead(state.ripple?.show, reduceMotion);

  const paper = usePaper(content, state.ripple);

  const { select } = look;
  const { show: showPanel, setOpen: openPanel, isPresenting, setPresenting } = panel;
  const editing = useMapEditing(selection, select, panel.askName, undo);
  const disturb = useCallback(
    (asked: readonly Disruption[]) => {
      changeView({ disruptions: asked });
      if (!isRippling && isPhone()) openPanel(false);
    },
    [changeView, isRippling, openPanel],
  );
  const find = useCallback(
    (item: ItemReference) => {
      select(item);
      showPanel('details');
    },
    [select, showPanel],
  );
  // How a ripple came to whoever is tapped is told in the panel there.
  const choose = (item: ItemReference | undefined) => {
    select(item);
    if (isPhone() && isRippling && item?.type === 'party' && !panel.isOpen) showPanel('ripple');
  };
  const rippleFrom = (party: string) => {
    disturb([{ party, kind: 'delay', minutes: firstDelay }]);
    showPanel('ripple');
  };

  useMapKeys({
    // What is compared is changed in its panel alone; no key may change the map behind it.
    mayEdit: mayEditNow,
    steps: isComparing || mayEditNow ? steps : undefined,
    add: () => panel.add({ what: 'party' }),
    connect: () => panel.add({ what: 'link', from: selection?.type === 'party' ? selection.id : undefined }),
    rename: () => selection?.type === 'party' && editing.rename(selection),
    remove: () => selection && editing.remove(selection),
    unselect: () => {
      if (look.isOn) look.end();
      else if (isPresenting) setPresenting(false);
      else select(undefined);
    },
    present: () => setPresenting(!isPresenting),
    guess: guessing.begin,
    ripple: () => instead ?? panel.ask('ripple'),
    focus: look.focusOnChosen,
    digit: look.digit,
    seeFrom: () => look.seeFrom(),
    search: dialogs.search,
    help: () => dialogs.open('shortcuts'),
  });

  // A sample is there to be played with; whoever begins to change it may want one of their own.
  const isOfferedCopy = useOpenMap((open) => open.undoable.length > 0) && isSample(map);

  return (
    <div
      className="map-page"
      data-panel={panel.isOpen ? 'open' : 'closed'}
      data-presenting={isPresenting}
      data-instead={instead}
    >
      <a className="skip-link" href={isComparing ? '#compared' : guessing.isOn ? '#guessed' : '#map'}>
        {t('app.skip')}
      </a>
      <MapHeader
        layout={view.layout}
        onLayout={(layout) => changeView({ layout })}
        steps={steps}
        onSearch={dialogs.search}
        onShare={() => dialogs.open('share')}
        onPresent={() => setPresenting(true)}
        onGuess={guessing.begin}
        onTakeAway={() => dialogs.open('take-away')}
        onSeeFrom={() => look.seeFrom()}
        onShortcuts={() => dialogs.open('shortcuts')}
        onShowConflicts={() => dialogs.open('conflicts')}
      />
      <main id="map" className="map-main" tabIndex={-1} data-bar={look.isOn}>
        {look.bar}
        <ShownMap
          {...arranging}
          view={view}
          ripple={state.ripple}
          playhead={playhead}
          reduceMotion={reduceMotion}
          verdict={verdict}
          selection={selection}
          highlighted={highlighted}
          look={look}
          editing={editing}
          panel={panel}
          onSelect={choose}
          onFind={find}
          onRipple={rippleFrom}
          onShown={paper.onShown}
        />
        {isPresenting && <EndPresenting onEnd={() => setPresenting(false)} />}
        <MissingNotice
          shown={isMissing}
          onDismiss={() =>
            changeView({
              selection,
              disruptions,
              ...(look.isMissing && { focus: undefined, seenFrom: undefined }),
            })
          }
        />
        <RefusalNotice />
        {isOfferedCopy && <SampleNotice />}
      </main>
      <div className="map-timeline">
        {verdict !== undefined && isPicture(view.layout) && (isPresenting || !panel.isOpen) && (
          <VerdictStrip text={verdict} playhead={playhead} onOpen={() => panel.ask('ripple')} />
        )}
        <RippleTimeline
          content={content}
          playhead={playhead}
          resting={isPicture(view.layout) ? t('ripple.timeline.resting') : undefined}
        />
      </div>
      <SidePanel
        panel={panel.name}
        onPanel={showPanel}
        isOpen={panel.isOpen}
        onOpen={openPanel}
        selection={selection}
        onSelect={select}
        onRemove={editing.remove}
        onConnect={(from) => panel.add({ what: 'link', from })}
        onWhatIf={compare}
        onSeeFrom={look.seeFrom}
        seen={look.panel}
        naming={panel.naming}
        wish={panel.wish}
      >
        {isPhone() && (
          <TraceInPanel content={content} ripple={state.ripple} selection={selection} onSelect={select} />
        )}
        <RipplePanel
          content={content}
          disruptions={disruptions}
          onDisruptionsChange={disturb}
          state={state}
          selection={selection}
          onSelect={select}
          onSeeFrom={look.seeFrom}
          onHighlight={setHighlighted}
          onCompare={compare}
        />
      </SidePanel>
      {isComparing && (
        <CompareWorkspace
          view={view}
          onView={whatIf.onView}
          disruptions={disruptions}
          selection={selection}
          isPresenting={isPresenting}
          onEndPresenting={() => setPresenting(false)}
          undo={undo}
        />
      )}
      {guessing.isOn && (
        <GuessWorkspace
          map={map}
          view={view}
          selection={selection}
          onSelect={select}
          first={guessing.first}
          isPresenting={isPresenting}
          onEndPresenting={() => setPresenting(false)}
          onLeave={guessing.end}
        />
      )}
      <MapDialogs
        dialogs={dialogs}
        name={content.map.name}
        paper={paper}
        onFind={(item) => {
          bringOut(item);
          find(item);
        }}
      />
      {paper.page}
    </div>
  );
}
