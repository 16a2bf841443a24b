import { VisuallyHidden } from '@mantine/core';
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import type { ItemReference } from '@downstream/graph-schema/item';
import { referenceKey } from '@downstream/graph-schema/item';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../open-map/name-of';
import { unbroken } from '../../text/phrases';
import { later } from '../../ui/later';
import { usePreload } from '../../ui/use-preload';
import { acrossRoom } from './card';
import { ConnectHandle } from './connect-handle';
import { mayDepend, mayProvide, type Connecting } from './connecting';
import { describe } from './describe';
import { layerNames } from './layers';
import { Legend } from './legend';
import type { PictureCanvasProps } from './map-picture-props';
import { pictureKey } from './picture-keys';
import { PictureNotes } from './picture-notes';
import type { Membership } from './shared-view';
import { sceneBounds } from './scene';
import { useHandled } from './use-handled';
import { usePalette } from './use-palette';
import { useLifting } from './use-lifting';
import { useRoom } from './use-room';
import { useScene } from './use-scene';
import { useStage } from './use-stage';
import { Verdict } from './verdict';
import { noVerdict, verdictRoom } from './verdict-room';
import { setOnPaper } from './set-on-paper';
import { isFarAway, toPicture } from './view';
import { partyAt } from './walk';

/** Pixels beside a card where a new link is still let go on it. */
const dropReach = 22;
/** A legend lies open where it takes little of the room. */
const [widthForLegend, heightForLegend] = [760, 440];

const beside = later(() => import('./beside'));
const Beside = beside.Part;
const laterParts = [beside];

export default function PictureCanvas(props: PictureCanvasProps) {
  const { content, selection, onSelect, onHover, highlighted, show, editing, reduceMotion = false } = props;
  const { t } = useTranslation();
  const palette = usePalette();
  const root = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const canvases = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [connecting, setConnecting] = useState<Connecting>();
  const [said, setSaid] = useState('');
  const furniture = useRef<HTMLDivElement>(null);
  const room = useRoom(container, furniture, props.layout);

  const party = selection?.type === 'party' ? selection.id : undefined;
  const link = selection?.type === 'link' ? selection.id : undefined;
  const keys = useMemo(() => new Set((highlighted ?? []).map(referenceKey)), [highlighted]);

  const finish = (provider: string, customer: string | undefined): void => {
    setConnecting(undefined);
    if (customer !== undefined && mayDepend(content, provider, customer))
      editing?.onConnect(provider, customer);
  };
  const { marking } = props;
  const mark =
    marking &&
    ((marked: string): void => {
      setSaid(
        t(marking.isMarked(marked) ? 'picture.unmarked' : 'picture.marked', {
          name: nameOf(content, marked),
        }),
      );
      marking.onToggle(marked);
    });
  const membership = useRef<Membership>(undefined);
  const followCard = useRef<() => void>(null);
  function placePaper(): void {
    const view = stage.current?.view();
    if (!view) return;
    root.current?.toggleAttribute('data-far', isFarAway(view.zoom));
    if (paper.current) setOnPaper(paper.current, view);
  }
  usePreload(laterParts);
  // The verdict comes at the end of the show; its place is kept from the beginning, so that nothing jumps.
  const [verdictAt, setVerdictAt] = useState(noVerdict);
  const { stage, onFrame, onLift } = useStage(
    { container, canvases },
    props,
    palette,
    { party, link, highlighted: keys, rubber: connecting },
    { ...verdictAt, bottom: room.below },
    {
      onTap: (target) => {
        // A page that gives the focus itself shows it as to a keyboard; a hand knows where it is.
        container.current?.setAttribute('data-by-hand', '');
        container.current?.focus({ preventScroll: true });
        if (connecting) {
          finish(connecting.from, target && 'party' in target ? target.party : undefined);
          return;
        }
        if (target && 'party' in target && props.onTapCard?.(target.party)) return;
        if (!target) onSelect(undefined);
        else if (mark && 'party' in target) mark(target.party);
        else
          onSelect(
            'party' in target ? { type: 'party', id: target.party } : { type: 'link', id: target.link },
          );
      },
      onDoubleTap: (target) => {
        if (!editing) return;
        if (!target) editing.onAddParty(undefined);
        else
          editing.onOpenEdit(
            'party' in target ? { type: 'party', id: target.party } : { type: 'link', id: target.link },
          );
      },
      onHover: (over) => {
        setHovered(over);
        onHover?.(over);
      },
      onHold: (held) => props.onHold?.(held),
      onView: () => {
        place.current();
        followCard.current?.();
        placePaper();
      },
      onDrag: (card, middle, isDrop) => onDrag(card, middle, isDrop),
      onMoved: (view, byHand) => membership.current?.moved(view, byHand),
    },
  );
  const otherPictures = props.sideBySide?.view;
  useEffect(() => {
    const joined = otherPictures?.join((view, byHand) => stage.current?.setView(view, byHand));
    membership.current = joined;
    return () => joined?.leave();
  }, [otherPictures, stage]);
  const placeCards = props.layout === 'free' ? (props.placeCards ?? 'waits') : undefined;
  const { scene, status, settle } = useScene(
    content,
    { ...room, distance: props.presenting === true ? acrossRoom : 1 },
    placeCards,
    reduceMotion,
    onFrame,
  );
  const { onDrag, push } = useLifting({
    scene,
    placeCards: props.layout === 'free' ? props.placeCards : undefined,
    onMove: props.onMove,
    onLift,
    settle,
  });
  const verdict = props.presenting === true && show !== undefined ? props.verdict : undefined;
  const verdictDue = verdict === undefined ? noVerdict : verdictRoom(sceneBounds(scene), room);
  if (verdictDue.top !== verdictAt.top || verdictDue.left !== verdictAt.left) setVerdictAt(verdictDue);
  const isMovable = props.layout === 'free' && props.onMove !== undefined;
  useEffect(() => stage.current?.setMovable(isMovable), [stage, isMovable]);
  useEffect(() => stage.current?.beginAnew(), [stage, props.viewKey]);
  useLayoutEffect(placePaper);
  const { onShown, emphasis, ground } = props;
  useEffect(
    () => onShown?.({ scene, content, show, emphasis, ground }),
    [onShown, scene, content, show, emphasis, ground],
  );
  useEffect(() => () => onShown?.(undefined), [onShown]);

  const { handled, handle, setHovered, place } = useHandled({
    stage,
    scene,
    connecting: connecting?.from,
    chosen: party,
    mayBegin: (id) => editing !== undefined && mayProvide(content, id),
  });

  const chosenKey = selection && referenceKey(selection);
  useEffect(() => {
    if (party !== undefined) stage.current?.bringIntoView(party, !reduceMotion);
  }, [party, chosenKey, stage, reduceMotion]);

  const choose = useCallback(
    (item: ItemReference | undefined) => {
      onSelect(item);
      setSaid(item ? describe(item, content, show, t) : '');
    },
    [onSelect, content, show, t],
  );
  const aim = (next: Connecting | undefined): void => {
    setConnecting(next);
    if (next?.target !== undefined) {
      stage.current?.bringIntoView(next.target, !reduceMotion);
      const [provider, customer] = [nameOf(content, next.from), nameOf(content, next.target)];
      setSaid(t('picture.connect.chosen', { provider, customer }));
    } else if (next) setSaid(t('picture.connect.choose', { name: nameOf(content, next.from) }));
  };
  const help = useId();
  // A graph has no role of its own; as an application it is given every key, and its description says what they do.
  const application = {
    role: 'application',
    tabIndex: 0,
    onKeyDown: (event: KeyboardEvent) => {
      container.current?.removeAttribute('data-by-hand');
      pictureKey(event, {
        content,
        scene,
        selection,
        editing,
        connecting,
        setConnecting: aim,
        leftToPage: props.leftToPage ?? [],
        onKey: props.onKey,
        push: isMovable ? push : undefined,
        choose,
        mark,
        zoomBy: (factor) => stage.current?.zoomBy(factor),
        fit: () => stage.current?.fit(!reduceMotion),
      });
    },
    onBlur: () => container.current?.removeAttribute('data-by-hand'),
  };

  return (
    <div ref={root} className="picture" style={{ '--furniture': `${room.below}px` } as CSSProperties}>
      <div
        ref={container}
        className="picture-stage"
        {...application}
        aria-label={props.sideBySide?.name ?? t('picture.name', { map: content.map.name })}
        aria-describedby={help}
        onPointerLeave={() => {
          setHovered(undefined);
          onHover?.(undefined);
        }}
      />
      <div ref={canvases} className="picture-layers" aria-hidden="true">
        {layerNames.map((name) => (
          <canvas key={name} className="picture-layer" data-layer={name} />
        ))}
      </div>
      {props.beside && scene.boxes.has(props.beside.party) && (
        <Beside
          ref={followCard}
          party={props.beside.party}
          scene={scene}
          stage={stage}
          taken={{
            top: verdictAt.top + (props.inset?.top ?? 0),
            bottom: room.below,
            left: verdictAt.left,
          }}
          keepClear={props.beside.keepClear}
          isGlance={props.beside.isGlance}
        >
          {props.beside.words}
        </Beside>
      )}
      {props.onPaper && (
        <div ref={paper} className="picture-paper">
          {props.onPaper(scene)}
        </div>
      )}
      {handled !== undefined && (
        <ConnectHandle
          ref={handle}
          name={nameOf(content, handled)}
          onDrag={(to, isDrop) => {
            const view = stage.current?.view();
            if (!view) return;
            const at = toPicture(view, to);
            const over = partyAt(scene, at, dropReach / view.zoom);
            const target = over !== undefined && mayDepend(content, handled, over) ? over : undefined;
            if (isDrop) finish(handled, target);
            else setConnecting({ from: handled, to: at, target, typed: '' });
          }}
          onCancel={() => setConnecting(undefined)}
          onPress={() => {
            aim({ from: handled, to: undefined, target: undefined, typed: '' });
            container.current?.focus({ preventScroll: true });
          }}
        />
      )}
      <PictureNotes
        connectingFrom={connecting && !connecting.to ? nameOf(content, connecting.from) : undefined}
        onStop={() => setConnecting(undefined)}
        status={status}
        parties={content.parties.length}
        isShown={scene.boxes.size > 0}
        isIdle={!selection && !show && !emphasis && !connecting && props.presenting !== true}
      />
      {props.note}
      {verdict !== undefined && props.playhead && (
        <Verdict text={unbroken(verdict)} playhead={props.playhead} aside={verdictAt.left} />
      )}
      <div
        ref={furniture}
        className="picture-furniture no-print"
        hidden={props.presenting || props.sideBySide?.leads === false}
      >
        <Legend
          content={content}
          show={show}
          hasRegions={(ground?.regions(scene).length ?? 0) > 0}
          mayRipple={props.playhead !== undefined}
          open={room.width > widthForLegend && room.height > heightForLegend}
        />
        {props.furniture}
        <div className="picture-buttons">
          <button type="button" aria-label={t('picture.zoomOut')} onClick={() => stage.current?.zoomBy(0.8)}>
            −
          </button>
          <button type="button" aria-label={t('picture.zoomIn')} onClick={() => stage.current?.zoomBy(1.25)}>
            +
          </button>
          <button type="button" onClick={() => stage.current?.fit(!reduceMotion)}>
            {t('picture.fit')}
          </button>
        </div>
      </div>
      <VisuallyHidden id={help}>
        {t(editing ? 'picture.keys' : marking ? 'picture.keysMarking' : 'picture.keysReadOnly')}{' '}
        {isMovable && t('picture.keysFree')}
      </VisuallyHidden>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </div>
  );
}
