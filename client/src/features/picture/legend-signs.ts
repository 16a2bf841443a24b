import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Show } from '../../show/show';
import { isFolded } from './folded-id';

export type LegendEntry =
  | 'team'
  | 'supplier'
  | 'customer'
  | 'folded'
  | 'foldedHit'
  | 'region'
  | 'blocking'
  | 'helpful'
  | 'standby'
  | 'disputed'
  | 'bundle'
  | 'hit'
  | 'absorbed'
  | 'spared'
  | 'inconvenienced';

/** What the picture shows now; folded groups are among its parties, and bundles of links among its links. */
export interface Explained {
  content: MapContent;
  show: Show | undefined;
  /** Whether groups lie on the paper as regions. */
  hasRegions: boolean;
}

/** What has to be explained: only what is on the picture now. */
export const legendEntries = (explained: Explained): LegendEntry[] =>
  present(explained).flatMap(([entry, isPresent]) => (isPresent ? [entry] : []));

/**
 * The same and whatever a ripple may bring, whose room is kept at the end: a key that grew would move the picture.
 */
export function legendRoom(explained: Explained): { entry: LegendEntry; isPresent: boolean }[] {
  const { parties, links } = explained.content;
  const mayCome: Partial<Record<LegendEntry, boolean>> = {
    foldedHit: parties.some(({ id }) => isFolded(id)),
    hit: true,
    absorbed: true,
    spared: true,
    inconvenienced: links.some(({ dependence }) => dependence === 'helpful'),
  };
  return present(explained).flatMap(([entry, isPresent]) =>
    isPresent || mayCome[entry] ? [{ entry, isPresent }] : [],
  );
}

function present({ content, show, hasRegions }: Explained): [LegendEntry, boolean][] {
  const { parties, links } = content;
  const folded = parties.filter(({ id }) => isFolded(id));
  const hasInside = folded.some(({ id }) => show?.beats.has(id));
  const isAbsorbed =
    show !== undefined &&
    (show.travels.some(({ part }) => part === 'stopped') || (show.absorbedInside?.size ?? 0) > 0);
  return [
    ['team', parties.some(({ id, kind }) => kind === 'team' && !isFolded(id))],
    ['supplier', parties.some(({ kind }) => kind === 'supplier')],
    ['customer', parties.some(({ kind }) => kind === 'external-customer')],
    ['folded', folded.length > 0],
    ['region', hasRegions],
    ['blocking', links.some(({ dependence }) => dependence !== 'helpful')],
    ['helpful', links.some(({ dependence }) => dependence === 'helpful')],
    ['standby', links.some(({ switchTime }) => switchTime !== undefined)],
    ['disputed', links.some(({ handshake }) => handshake === 'disputed')],
    ['bundle', links.some(({ id }) => isFolded(id))],
    ['hit', show !== undefined],
    ['foldedHit', hasInside],
    ['absorbed', isAbsorbed],
    ['spared', (show?.spared.size ?? 0) > 0],
    ['inconvenienced', (show?.inconvenienced.size ?? 0) > 0],
  ];
}

/** A colour by its name in `ui/palette.css`. */
export type SignColour =
  | 'card'
  | 'ink'
  | 'soft'
  | 'line'
  | 'edge'
  | 'cust'
  | 'shield'
  | 'spared'
  | 'hit1'
  | 'hit2'
  | 'hit3'
  | 'hit4';

/** One piece of a sign: a box with round corners, or a line by the commands M, L, C and Z, all absolute. */
export interface SignPiece {
  box?: { x: number; y: number; width: number; height: number; radius: number };
  line?: string;
  fill?: SignColour;
  stroke?: SignColour;
  strokeWidth?: number;
  dash?: readonly number[];
}

/** The size of every sign; the page and the paper draw them from the same pieces. */
export const signSize = { width: 28, height: 16 };

const card = (radius: number): SignPiece => ({
  box: { x: 1, y: 2, width: 26, height: 12, radius },
  fill: 'card',
  stroke: 'soft',
});
const arrow = (dash?: readonly number[], strokeWidth = 1.6): SignPiece[] => [
  { line: 'M1 8L21 8', stroke: 'line', strokeWidth, ...(dash && { dash }) },
  { line: 'M27 8L19.5 4.8L19.5 11.2Z', fill: 'line' },
];
const disc: SignPiece = {
  box: { x: 6, y: 3, width: 10, height: 10, radius: 5 },
  fill: 'card',
  stroke: 'soft',
};

/** Cards under each other, the lowest first. */
const stack: readonly SignPiece[] = [4, 2, 0].map((under) => ({
  box: { x: 1 + under, y: 1 + under, width: 22, height: 10, radius: 3 },
  fill: 'card',
  stroke: 'soft',
}));

export const legendSigns: Record<LegendEntry, readonly SignPiece[]> = {
  team: [card(3)],
  supplier: [card(1), { line: 'M4.5 2L4.5 14', stroke: 'soft', strokeWidth: 2 }],
  customer: [
    { box: { x: 1, y: 1, width: 26, height: 14, radius: 7 }, stroke: 'cust', strokeWidth: 2 },
    { box: { x: 11.8, y: 3.8, width: 4.4, height: 4.4, radius: 2.2 }, fill: 'cust' },
    { line: 'M9.8 12.4C9.8 10.4 11.7 8.8 14 8.8C16.3 8.8 18.2 10.4 18.2 12.4Z', fill: 'cust' },
  ],
  folded: stack,
  foldedHit: stack,
  region: [
    { box: { x: 1, y: 1, width: 26, height: 14, radius: 4 }, fill: 'edge', stroke: 'line' },
    { box: { x: 4, y: 6, width: 9, height: 6, radius: 1.5 }, fill: 'card', stroke: 'soft' },
    { box: { x: 15.5, y: 6, width: 9, height: 6, radius: 1.5 }, fill: 'card', stroke: 'soft' },
  ],
  blocking: arrow(),
  helpful: arrow([2.5, 3]),
  standby: [
    ...arrow([6, 3]),
    disc,
    { line: 'M8.5 6.7L13.5 6.7L12 5.4M13.5 9.3L8.5 9.3L10 10.6', stroke: 'soft' },
  ],
  bundle: arrow(undefined, 3.2),
  disputed: [...arrow(), disc, { line: 'M8.7 6.9L13.3 6.9M8.7 9.1L13.3 9.1M12.4 5L9.6 11', stroke: 'ink' }],
  hit: (['hit1', 'hit2', 'hit3', 'hit4'] as const).map((fill, step) => ({
    box: { x: 1 + step * 6.5, y: 3, width: 6.5, height: 10, radius: 0 },
    fill,
  })),
  absorbed: [{ line: 'M14 1L20 3L20 8C20 12 17 14 14 15C11 14 8 12 8 8L8 3Z', fill: 'shield' }],
  spared: [
    {
      box: { x: 2, y: 2.5, width: 24, height: 11, radius: 3 },
      fill: 'card',
      stroke: 'spared',
      strokeWidth: 2.5,
    },
  ],
  inconvenienced: [
    {
      box: { x: 2, y: 2.5, width: 24, height: 11, radius: 3 },
      fill: 'card',
      stroke: 'hit3',
      strokeWidth: 2,
      dash: [3.5, 2.5],
    },
  ],
};
