import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { Box } from './placement';
import type { Point } from './route';
import { spreadMany } from './spread-many';

/** What is to be spread over the paper: rectangles, and which of them pull at each other. */
export interface Tangle {
  sizes: ReadonlyMap<string, Pick<Box, 'width' | 'height'>>;
  pulls: readonly (readonly [string, string])[];
}

/** Answers with the middles of the rectangles; another turn is another way to spread the same. */
export type Spread = (tangle: Tangle, turn?: number) => Map<string, Point>;

interface FcoseOptions extends Record<string, unknown> {
  name: 'fcose';
  quality: 'proof';
}

/** Beyond these many rectangles fCoSE takes longer than anybody waits. */
const few = 40;

cytoscape.use(fcose);

/** For one tangle after the other: to make a new one takes as long as to spread. */
const paper = cytoscape({
  headless: true,
  styleEnabled: true,
  style: [{ selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)' } }],
});

/**
 * Spreads by forces: fCoSE (Balci, Dogrusoz 2022), a spectral draft polished by springs. The same tangle is spread the
 * same way every time, so that two browsers agree before anybody has saved a place: chance comes from a fixed seed.
 */
export function spread(tangle: Tangle, turn = 0): Map<string, Point> {
  const { sizes, pulls } = tangle;
  if (sizes.size > few) return spreadMany(tangle);
  if (sizes.size < 2) return new Map([...sizes.keys()].map((id) => [id, { x: 0, y: 0 }]));
  paper.add({
    nodes: [...sizes].map(([id, { width, height }]) => ({ data: { id, width, height } })),
    edges: pulls.map(([source, target]) => ({ data: { source, target } })),
  });
  const options: FcoseOptions = {
    name: 'fcose',
    quality: 'proof',
    animate: false,
    fit: false,
    randomize: true,
    packComponents: false,
    nodeSeparation: 90,
    idealEdgeLength: 70,
    nodeRepulsion: 6_000,
    numIter: 2_500,
  };
  withSeed(turn, () => paper.layout(options).run());
  const middles = new Map(paper.nodes().map((node) => [node.id(), { ...node.position() }]));
  paper.elements().remove();
  return middles;
}

/** fCoSE draws from `Math.random`; for its run that is a generator of a fixed seed (Park, Miller 1988). */
function withSeed(turn: number, run: () => void): void {
  const { random } = Math;
  let state = (20_261_123 * (turn + 1)) % 2_147_483_647;
  Math.random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  try {
    run();
  } finally {
    Math.random = random;
  }
}
