import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReactNode } from 'react';
import type { Emphasis } from '../../show/emphasis';
import type { Playhead } from '../../show/playhead';
import type { Show } from '../../show/show';
import type { ShownPicture } from './paper';
import type { SharedView } from './shared-view';
import type { FoldChoice } from './fold-choice';
import type { Move } from './free';
import type { Palette } from './palette';
import type { PlaceCards } from './place-cards';
import type { Box } from './placement';
import type { Point } from './route';
import type { Scene } from './scene';

/** The ways in which the picture places parties. */
export type PictureLayout = 'chain' | 'customers-on-top' | 'free';

export interface MapPictureProps {
  content: MapContent;
  selection: ItemReference | undefined;
  onSelect: (item: ItemReference | undefined) => void;
  /** Shown stronger than the rest, for instance the links with assumed numbers. */
  highlighted?: readonly ItemReference[] | undefined;
  /**
   * What a feature lights, writes above cards and marks: see `show/emphasis.ts`. One for all features: whoever composes
   * the page decides whose counts. Keep the same object while nothing changes; a new `lit` paints the whole map anew.
   */
  emphasis?: Emphasis | undefined;
  /** Words beside a party's card; a glance is for whoever points at it, and the hand passes through. */
  beside?:
    | {
        party: string;
        isGlance: boolean;
        /** Whose cards they should not hide. */ keepClear: ReadonlySet<string>;
        words: ReactNode;
      }
    | undefined;
  /** A party whose causing chain is lit from the origin; a selected party that is hit is lit without asking. */
  traced?: string | undefined;
  /** Pressed and held for half a second, by mouse or finger. */
  onHold?: ((party: string) => void) | undefined;
  /** The party under the mouse. */
  onHover?: ((party: string | undefined) => void) | undefined;
  /** Keys that the picture leaves to the page for now, by their names in `KeyboardEvent.key`. */
  leftToPage?: readonly string[] | undefined;
  show?: Show | undefined;
  playhead?: Playhead | undefined;
  /** Absent where the reader may not edit: the picture then offers no handles and no keys for it. */
  editing?: PictureEditing | undefined;
  /** Cards are marked instead of chosen: by a tap, or by Space on the one that the arrow keys have come to. */
  marking?: Marking | undefined;
  /** Whom to show first where not all can be; without it whoever the ripple began with, else the external customers. */
  opensAt?: string | undefined;
  layout?: PictureLayout | undefined;
  sideBySide?: SideBySide | undefined;
  /** Which groups are folded to one card; where nobody has chosen, a large map opens folded. */
  folded?: FoldChoice | undefined;
  /** Absent: the picture keeps what is folded to itself. */
  onFold?: ((folded: FoldChoice) => void) | undefined;
  /** Keeps places that people chose in the free layout; absent where the reader may not. */
  onArrange?: ((moves: readonly Move[]) => void) | undefined;
  /** To look at and play with: what concerns groups is left out. */
  plain?: boolean | undefined;
  reduceMotion?: boolean | undefined;
  /** On a projector: no key and no buttons, and the verdict stays on the picture once the ripple is over. */
  presenting?: boolean | undefined;
  /** What the ripple came to, in a sentence; said on the picture while presenting. */
  verdict?: string | undefined;
  /** Called whenever what is shown has settled, for whoever puts it on paper; with nothing when the picture goes. */
  onShown?: ((shown: ShownPicture | undefined) => void) | undefined;
  /** Fills its parent; give the parent a size. Space to keep free at the edges, for panels laid over the picture. */
  inset?: { top?: number; right?: number; bottom?: number; left?: number } | undefined;
}

export interface Marking {
  isMarked: (party: string) => boolean;
  onToggle: (party: string) => void;
}

/** A picture beside others of the same map. */
export interface SideBySide {
  view: SharedView;
  /** One of them has the key and the buttons, and follows a ripple that leaves the view. */
  leads: boolean;
  /** All of the map is shown, however small, so that the pictures can be held against each other. */
  showsAll: boolean;
  /** What tells it from the others, for those who do not see where it stands. */
  name: string;
}
/** What lies under everything: the regions of groups. */
export interface Ground {
  paint: (context: CanvasRenderingContext2D, scene: Scene, look: GroundLook) => void;
  /** Where nothing can stand on the paper itself, names are painted too; no line runs through them. */
  paintNames: (context: CanvasRenderingContext2D, scene: Scene, look: Pick<GroundLook, 'palette'>) => void;
  /** What it paints, as boxes: the view leaves room for them. */
  regions: (scene: Scene) => readonly Box[];
  /** Where names are written on them: signs keep away. The same for the same scene. */
  names: (scene: Scene) => readonly Box[];
}

export interface GroundLook {
  palette: Palette;
  zoom: number;
  shown: Box;
}

/** What the picture is given by what lies around it: see `arranged-picture.tsx`. */
export interface PictureCanvasProps extends MapPictureProps {
  /** Places the cards of the free layout; until it is there, nothing is shown of it. */
  placeCards?: PlaceCards | undefined;
  /** A card was moved by so much, in the picture's units. Absent where nobody may move cards. */
  onMove?: ((card: string, by: Point) => void) | undefined;
  /** A tap, or a key pressed, on a card: true where that was all that it was for. */
  onTapCard?: ((card: string) => boolean) | undefined;
  onKey?: ((key: string) => boolean) | undefined;
  /** Painted on the paper, under links and cards. Keep the same object while nothing changes. */
  ground?: Ground | undefined;
  /** What stands on the paper itself and moves with it, in the picture's units. */
  onPaper?: ((scene: Scene) => ReactNode) | undefined;
  /** Beside the key and the buttons. */
  furniture?: ReactNode;
  /** Laid over the picture, above them. */
  note?: ReactNode;
  /** Where this changes the picture is another one, and shown from the start. */
  viewKey?: string | undefined;
}

export interface PictureEditing {
  onConnect: (provider: string, customer: string) => void;
  /** By double click or tap on the paper, or by key `N`; `near` is the party in focus, if any. */
  onAddParty: (near: string | undefined) => void;
  onOpenEdit: (item: ItemReference) => void;
  onDelete: (item: ItemReference) => void;
}
