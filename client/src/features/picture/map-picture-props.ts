import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReactNode } from 'react';
import type { Emphasis } from '../../show/emphasis';
import type { Playhead } from '../../show/playhead';
import type { Show } from '../../show/show';
import type { ShownPicture } from './paper';
import type { SharedView } from './shared-view';

/** The ways in which the picture places parties. */
export type PictureLayout = 'chain' | 'customers-on-top';

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
  layout?: PictureLayout | undefined;
  sideBySide?: SideBySide | undefined;
  reduceMotion?: boolean | undefined;
  /** On a projector: no key and no buttons, and the verdict stays on the picture once the ripple is over. */
  presenting?: boolean | undefined;
  /** What the ripple came to, in a sentence. */
  verdict?: string | undefined;
  /** Called whenever what is shown has settled, for whoever puts it on paper; with nothing when the picture goes. */
  onShown?: ((shown: ShownPicture | undefined) => void) | undefined;
  /** Fills its parent; give the parent a size. Space to keep free at the edges, for panels laid over the picture. */
  inset?: { top?: number; right?: number; bottom?: number; left?: number } | undefined;
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

export interface PictureEditing {
  onConnect: (provider: string, customer: string) => void;
  /** By double click or tap on the paper, or by key `N`; `near` is the party in focus, if any. */
  onAddParty: (near: string | undefined) => void;
  onOpenEdit: (item: ItemReference) => void;
  onDelete: (item: ItemReference) => void;
}
