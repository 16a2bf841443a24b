import { useDocumentTitle, useReducedMotion } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { Disruption } from '@downstream/graph-schema/disruption';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRipple } from '../engine/use-ripple';
import type { AddWish } from '../features/add/add-panel';
import { sayWithUndo } from '../ui/undo-toast';
import { firstDelay } from '../features/ripple/disruption-editor';
import { RipplePanel } from '../features/ripple/ripple-panel';
import { RippleTimeline } from '../features/ripple/ripple-timeline';
import { RefusalNotice } from '../features/saving/refusal-notice';
import { linkInWords, nameOf, partyOf } from '../open-map/name-of';
import { newLink } from '../open-map/new-items';
import { useContent, useMayEdit, useOpenMap } from '../open-map/use-open-map';
import { useRemoval } from '../open-map/use-removal';
import { phrasesText } from '../text/phrases';
import { holdTyping } from '../ui/hold-typing';
import { usePlayhead } from '../show/use-playhead';
import { usePreload } from '../ui/use-preload';
import { MapHeader } from './map-header';
import {
  CompareWorkspace,
  Conflicts,
  GuessWorkspace,
  mapParts,
  MapMatrix,
  MapSearch,
  MapTable,
  SampleNotice,
  SharePanel,
  ShortcutList,
  TakeAway,
} from './map-parts';
import { MissingNotice } from './missing-notice';
import { isSample } from './samples';
import { SidePanel, type PanelName } from './side-panel';
import { TracedPicture } from './traced-picture';
import { useComparing } from './use-comparing';
import { useArranging } from './use-arranging';
import { useLook } from './use-look';
import { useGuessing } from './use-guessing';
import { useMapKeys } from './use-map-keys';
import { usePaper } from './use-paper';
import { useStepping } from './use-stepping';
import { useView } from './use-view';
import { isPicture } from './view';

/** A map that fits on the fingers of a hand is still being told. */
const stillBeingTold = 3;

const isPhone = (): boolean => window.matchMedia('(max-width: 860px)').matches;

/** While a bar lies over the picture, these keys are for it. */
const belowBar = { top: 52 };
const belowTallBar = { top: 104 };
const keysInFocus = ['0', 'Escape'];

type DialogName = 'share' | 'take-away' | 'shortcuts' | 'conflicts';

/** The open map: its picture or table, one panel beside it, and the ripple over both. */
export function MapWorkspace() {
  const { t } = useTranslation();
  const content = useContent();
  const mayEdit = useMayEdit();
  const map = useOpenMap((open) => open.map);
  const role = useOpenMap((open) => open.role);
  const items = useOpenMap((open) => open.items);
  const [view, changeView] = useView();
  const [panel, setPanel] = useState<PanelName>(() =>
    view.seenFrom !== undefined
      ? 'seen'
      : mayEdit && content.parties.length < stillBeingTold
        ? 'add'
        : 'ripple',
  );
  // On a phone the picture comes first, and the panel is a sheet that one opens.
  const [isPanelOpen, setPanelOpen] = useState(() => panel === 'add' || !isPhone());
  const [wish, setWish] = useState<AddWish>({ what: 'anything', asked: 0 });
  const [isPresenting, setPresenting] = useState(false);
  const [naming, setNaming] = useState(0);
  const [highlighted, setHighlighted] = useState<readonly ItemReference[]>([]);
  const [dialog, setDialog] = useState<DialogName>();
  const opener = useRef<Element>(null);
  const [searches, setSearches] = useState(0);
  const edit = useOpenMap((open) => open.edit);
  const remove = useRemoval();
  const { undo, redo } = useStepping();
  usePreload(mapParts);
  useDocumentTitle(t('map.title', { name: content.map.name }));

  // An address may name what is no longer there; the page then says so and shows the rest.
  const selection = view.selection && items.has(referenceKey(view.selection)) ? view.selection : undefined;
  const disruptions = useMemo(
    () =>
      view.disruptions.filter(
        ({ party }) => (partyOf(content, party)?.kind ?? 'external-customer') !== 'external-customer',
      ),
    [view.disruptions, content],
  );
  const look = useLook(content, view, changeView, () => {
    setPanel('seen');
    if (!isPhone()) setPanelOpen(true);
  });
  const { bringOut, ...arranging } = useArranging(content, view, changeView);
  const isMissing =
    (view.selection !== undefined && !selection) ||
    look.isMissing ||
    disruptions.length < view.disruptions.length;

  const isRippling = disruptions.length > 0;
  const guessing = useGuessing(map, disruptions, changeView);
  const isComparing = !guessing.isOn && isRippling && view.whatIf !== undefined;
  const compare = useComparing(content, isRippling, changeView);
  const reduceMotion = useReducedMotion();
  const state = useRipple(content, disruptions);
  const verdict = state.ripple && phrasesText(state.ripple.explanation.headlines.map(({ words }) => words));
  const playhead = usePlayhead(state.ripple?.show, reduceMotion);

  const paper = usePaper(content, state.ripple);

  const disturb = useCallback(
    (asked: readonly Disruption[]) => {
      changeView({ disruptions: asked });
      if (!isRippling && isPhone()) setPanelOpen(false);
    },
    [changeView, isRippling],
  );
  const openPanel = useCallback((name: PanelName) => {
    setPanel(name);
    setPanelOpen(true);
    setNaming(0);
  }, []);
  const { select } = look;
  const find = useCallback(
    (item: ItemReference) => {
      select(item);
      openPanel('details');
    },
    [select, openPanel],
  );
  const add = (wanted: Omit<AddWish, 'asked'>) => {
    if (wanted.what !== 'link') holdTyping();
    setWish({ ...wanted, asked: wish.asked + 1 });
    openPanel('add');
  };
  const rename = () => {
    if (selection?.type !== 'party') return;
    holdTyping();
    openPanel('details');
    setNaming(naming + 1);
  };
  const removeItem = (item: ItemReference) => {
    const link = content.links.find(({ id }) => id === item.id);
    const name = item.type === 'link' && link ? linkInWords(content, link) : nameOf(content, item.id);
    if (!remove(item)) return;
    if (selection && referenceKey(selection) === referenceKey(item)) select(undefined);
    sayWithUndo(t('edit.removed', { name }), undo);
  };
  const connectAtOnce = (provider: string, customer: string) => {
    const link = newLink(provider, customer, '');
    const flaw = edit([{ op: 'put', item: link }])[0];
    if (flaw) {
      notifications.show({ message: t('edit.flaw', { message: flaw.message }) });
      return;
    }
    find({ type: 'link', id: link.id });
    setNaming(naming + 1);
  };

  const renameItem = (item: ItemReference) => {
    holdTyping();
    find(item);
    setNaming(naming + 1);
  };
  const rippleFrom = (party: string) => {
    disturb([{ party, kind: 'delay', minutes: firstDelay }]);
    openPanel('ripple');
  };

  const search = () => {
    holdTyping();
    setSearches(searches + 1);
  };

  const openDialog = (name: DialogName) => {
    opener.current = document.activeElement;
    setDialog(name);
  };
  const closeDialog = () => {
    setDialog(undefined);
    const back = opener.current?.isConnected ? opener.current : document.getElementById('map');
    if (back instanceof HTMLElement) back.focus();
  };

  useMapKeys({
    // What is compared is changed in its panel alone; no key may change the map behind it.
    mayEdit: mayEdit && !isComparing && !guessing.isOn,
    undo,
    redo,
    add: () => add({ what: 'party' }),
    connect: () => add({ what: 'link', from: selection?.type === 'party' ? selection.id : undefined }),
    rename,
    remove: () => selection && removeItem(selection),
    unselect: () => {
      if (look.isOn) look.end();
      else if (isPresenting) setPresenting(false);
      else select(undefined);
    },
    present: () => setPresenting(!isPresenting),
    guess: guessing.begin,
    ripple: () => openPanel('ripple'),
    focus: look.focusOnChosen,
    digit: look.digit,
    seeFrom: () => look.seeFrom(),
    search,
    help: () => openDialog('shortcuts'),
  });

  // A sample is there to be played with; whoever begins to change it may want one of their own.
  const isOfferedCopy = useOpenMap((open) => open.undoable.length > 0) && isSample(map);

  return (
    <div
      className="map-page"
      data-panel={isPanelOpen ? 'open' : 'closed'}
      data-presenting={isPresenting}
      data-instead={isComparing ? 'comparing' : guessing.isOn ? 'guessing' : undefined}
    >
      <a className="skip-link" href={isComparing ? '#compared' : guessing.isOn ? '#guessed' : '#map'}>
        {t('app.skip')}
      </a>
      <MapHeader
        layout={view.layout}
        onLayout={(layout) => changeView({ layout })}
        onUndo={undo}
        onRedo={redo}
        onSearch={search}
        onShare={() => openDialog('share')}
        onPresent={() => setPresenting(true)}
        onGuess={guessing.begin}
        onTakeAway={() => openDialog('take-away')}
        onSeeFrom={() => look.seeFrom()}
        onShortcuts={() => openDialog('shortcuts')}
        onShowConflicts={() => openDialog('conflicts')}
      />
      <main id="map" className="map-main" tabIndex={-1} data-bar={look.isOn}>
        {look.bar}
        {isPicture(view.layout) ? (
          <TracedPicture
            {...arranging}
            ripple={state.ripple}
            content={content}
            selection={selection}
            onSelect={select}
            highlighted={highlighted}
            emphasis={look.emphasis}
            onHold={look.toggleFocus}
            leftToPage={look.isOn ? keysInFocus : undefined}
            inset={look.isOn ? (isPhone() ? belowTallBar : belowBar) : undefined}
            show={state.ripple?.show}
            playhead={playhead}
            reduceMotion={reduceMotion}
            layout={view.layout}
            onShown={paper.onShown}
            presenting={isPresenting}
            verdict={isPresenting || isPhone() ? verdict : undefined}
            {...(mayEdit && {
              editing: {
                onConnect: connectAtOnce,
                onAddParty: () => add({ what: 'party' }),
                onOpenEdit: find,
                onDelete: removeItem,
              },
            })}
          />
        ) : view.layout === 'matrix' ? (
          <MapMatrix selection={selection} onSelect={find} onDelete={removeItem} show={state.ripple?.show} />
        ) : (
          <MapTable
            selection={selection}
            onSelect={find}
            ripple={state.ripple}
            onRipple={rippleFrom}
            {...(mayEdit && {
              editing: {
                onRename: renameItem,
                onConnect: (from) => add({ what: 'link', from }),
                onDelete: removeItem,
              },
            })}
          />
        )}
        {isPresenting && (
          <button type="button" className="end-presenting no-print" onClick={() => setPresenting(false)}>
            {t('map.endPresenting')}
          </button>
        )}
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
      {isRippling && (
        <div className="map-timeline">
          <RippleTimeline content={content} playhead={playhead} />
        </div>
      )}
      <SidePanel
        panel={panel}
        onPanel={openPanel}
        isOpen={isPanelOpen}
        onOpen={setPanelOpen}
        selection={selection}
        onSelect={select}
        onRemove={removeItem}
        onConnect={(from) => add({ what: 'link', from })}
        onWhatIf={compare}
        onSeeFrom={look.seeFrom}
        seen={look.panel}
        naming={naming}
        wish={wish}
      >
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
          onView={changeView}
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
      <div className="dialogs">
        {searches > 0 && (
          <MapSearch
            onSelect={(item) => {
              bringOut(item);
              find(item);
            }}
            asked={searches}
          />
        )}
        {dialog === 'share' && (
          <SharePanel
            map={map}
            name={content.map.name}
            role={role}
            view={location.href}
            shown
            onClose={closeDialog}
          />
        )}
        {dialog === 'take-away' && (
          <TakeAway map={map} toPaper={paper.toPaper} onPrint={paper.print} shown onClose={closeDialog} />
        )}
        {dialog === 'shortcuts' && <ShortcutList shown onClose={closeDialog} />}
        {dialog === 'conflicts' && <Conflicts shown onClose={closeDialog} />}
      </div>
      {paper.page}
    </div>
  );
}
