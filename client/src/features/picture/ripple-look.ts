import type { Badge, Show, Travel } from '../../show/show';
import type { Palette } from './palette';

/** Writes what stands on badges and shields; given by the page, which knows the language. */
export interface BadgeWords {
  badge: (badge: Badge, isOrigin: boolean) => string;
  absorbed: (minutes: number) => string;
  spared: string;
}

export interface RippleLook {
  show: Show;
  /** Seconds into the show; at or past its duration everything is in its final state. */
  position: number;
  palette: Palette;
  zoom: number;
  words: BadgeWords;
  /** Links of the chain that is being traced; the rest steps back. Absent where nothing is. */
  chain: ReadonlySet<string> | undefined;
}

/** How far a front has come on its way, from 0 to 1. */
export const progress = ({ from, to }: Travel, position: number): number =>
  to > from ? Math.max(0, Math.min(1, (position - from) / (to - from))) : 1;
