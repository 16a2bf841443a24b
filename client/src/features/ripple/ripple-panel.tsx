import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { RippleState } from '../../engine/use-ripple';

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

/** Ask what happens if, and read who feels it, where it stopped, and what the answer rests on. */
export function RipplePanel(_props: RipplePanelProps) {
  return null;
}
