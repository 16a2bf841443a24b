import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { KeyboardEvent } from 'react';
import { mayDepend, mayProvide, partyTyped, type Connecting } from './connecting';
import type { PictureEditing } from './map-picture-props';
import type { Point } from './route';
import type { Scene } from './scene';
import { firstParty, partyTowards, type Direction } from './walk';

const directions: Partial<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
};

export interface PictureHands {
  content: MapContent;
  scene: Scene;
  selection: ItemReference | undefined;
  editing: PictureEditing | undefined;
  connecting: Connecting | undefined;
  setConnecting: (connecting: Connecting | undefined) => void;
  /** Keys that the page has a use for just now. */
  leftToPage: readonly string[];
  /** What whoever composes the picture does with a key: true where it was theirs. */
  onKey: ((key: string) => boolean) | undefined;
  /** Moves a card by so much; absent where cards stay. */
  push: ((card: string, by: Point) => void) | undefined;
  /** Chosen by keyboard: brought into view and said aloud. */
  choose: (item: ItemReference | undefined) => void;
  /** Marks a party or takes its mark away; absent where nothing is marked. */
  mark: ((party: string) => void) | undefined;
  zoomBy: (factor: number) => void;
  fit: () => void;
}

/** Everything the keyboard can do on the picture. Keys that belong to the browser or the page pass by. */
export function pictureKey(event: KeyboardEvent, hands: PictureHands): void {
  if (event.ctrlKey || event.metaKey) return;
  if (event.altKey) {
    if (pushingKey(event, hands)) event.preventDefault();
    return;
  }
  if (!hands.connecting && hands.leftToPage.includes(event.key)) return;
  const isDone = hands.connecting ? connectingKey(event, hands, hands.connecting) : walkingKey(event, hands);
  if (!isDone) return;
  event.preventDefault();
  event.stopPropagation();
}

/** How far one press moves a card, and how far with Shift, which is for the last bit; in the picture's units. */
const [stride, step] = [40, 5];
const ways: Record<Direction, Point> = {
  up: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

function pushingKey({ key, shiftKey }: KeyboardEvent, { push, selection }: PictureHands): boolean {
  const direction = directions[key];
  if (!push || !direction || selection?.type !== 'party') return false;
  const far = shiftKey ? step : stride;
  push(selection.id, { x: ways[direction].x * far, y: ways[direction].y * far });
  return true;
}

function walkingKey({ key }: KeyboardEvent, hands: PictureHands): boolean {
  const { scene, selection, editing, choose } = hands;
  if (hands.onKey?.(key)) return true;
  const party = selection?.type === 'party' ? selection.id : undefined;
  const direction = directions[key];
  if (direction) {
    const next = partyTowards(scene, party, direction);
    if (next !== undefined) choose({ type: 'party', id: next });
    return true;
  }
  if (key === '+' || key === '=') return done(() => hands.zoomBy(1.25));
  if (key === '-' || key === '−' || key === '_') return done(() => hands.zoomBy(0.8));
  if (key === '0') return done(hands.fit);
  if (key === 'Home') {
    const first = firstParty(scene);
    return first !== undefined && done(() => choose({ type: 'party', id: first }));
  }
  if (key === ' ' && hands.mark) {
    const { mark } = hands;
    return done(() => party !== undefined && mark(party));
  }
  if (key === 'Escape') return selection !== undefined && done(() => choose(undefined));
  if (!editing) return false;
  if (key === 'n' || key === 'N') return done(() => editing.onAddParty(party));
  if (!selection) return false;
  if (key === 'Enter' || key === 'F2') return done(() => editing.onOpenEdit(selection));
  if (key === 'Delete' || key === 'Backspace') return done(() => editing.onDelete(selection));
  if ((key === 'c' || key === 'C') && party !== undefined && mayProvide(hands.content, party)) {
    return done(() => hands.setConnecting({ from: party, to: undefined, target: undefined, typed: '' }));
  }
  return false;
}

function connectingKey({ key }: KeyboardEvent, hands: PictureHands, connecting: Connecting): boolean {
  const { scene, content, editing, setConnecting } = hands;
  const aim = (target: string | undefined, typed: string): boolean => {
    const mayBe = target !== undefined && mayDepend(content, connecting.from, target);
    setConnecting({ ...connecting, to: undefined, target: mayBe ? target : connecting.target, typed });
    return true;
  };
  const direction = directions[key];
  if (direction) return aim(partyTowards(scene, connecting.target ?? connecting.from, direction), '');
  if (key === 'Escape') return done(() => setConnecting(undefined));
  if (key === 'Enter') {
    if (connecting.target !== undefined) editing?.onConnect(connecting.from, connecting.target);
    return done(() => setConnecting(undefined));
  }
  if (key === 'Backspace') return aim(undefined, connecting.typed.slice(0, -1));
  if (key.length !== 1) return false;
  const typed = connecting.typed + key;
  return aim(partyTyped(content, connecting.from, typed), typed);
}

function done(action: () => unknown): true {
  action();
  return true;
}
