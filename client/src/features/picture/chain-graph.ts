import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ElkNode } from 'elkjs/lib/elk-api';
import type { Card } from './card';
import { closeLayerGap, layerGap, manyParties } from './card-shape';
import { chainOrder } from './chain-order';
import { byCustomer, byProvider } from './links-by-party';

export interface ChainGraphOptions {
  /** Distance between two cards of one layer. */
  rowGap: number;
  /** Where cards stood before; the order within layers is kept where it can be. */
  before?: ReadonlyMap<string, { y: number }> | undefined;
}

/** Above this many a layout takes the fast settings: 0.4 s for 1,000 teams instead of several seconds. */
const veryManyParties = 150;

/** Above this many links their bends, not the cards, decide how long a layout takes. */
const veryManyLinks = 220;

const settings = (parties: number, links: number): Record<string, string> =>
  parties > veryManyParties || links > veryManyLinks
    ? {
        'elk.layered.thoroughness': '1',
        'elk.layered.nodePlacement.strategy': 'SIMPLE',
        'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
      }
    : {
        'elk.layered.thoroughness': parties > manyParties ? '3' : '7',
        // Half as high and half as much way up and down as the default (Brandes and Köpf) on the sample of 60 teams.
        'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      };

const distances = (parties: number): Record<string, string> => {
  const close = parties > manyParties;
  return {
    'elk.spacing.edgeNode': close ? '4' : '12',
    'elk.spacing.edgeEdge': close ? '3' : '10',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(close ? closeLayerGap : layerGap),
    'elk.layered.spacing.edgeNodeBetweenLayers': close ? '8' : '12',
    // Slopes are drawn as curves that leave and arrive level; the room ELK would add for steep ones is not needed.
    'elk.layered.spacing.edgeEdgeBetweenLayers': '2',
  };
};

/** The map as a question to ELK's layered algorithm: cards with a port for each link, providers before customers. */
export function chainGraph(
  content: MapContent,
  cards: ReadonlyMap<string, Card>,
  options: ChainGraphOptions,
): ElkNode {
  const { before } = options;
  const linked = new Set(content.links.flatMap(({ provider, customer }) => [provider, customer]));
  const parties = new Map(content.parties.map((party) => [party.id, party]));
  const order = chainOrder(content.parties, content.links).filter(
    (id) => linked.has(id) || parties.get(id)!.kind === 'external-customer',
  );
  const inputs = byCustomer(content.links);
  const outputs = byProvider(content.links);
  // A port for each link lets loops swing around; on a map seen from afar that costs much and shows little.
  const hasPorts = order.length <= veryManyParties;
  const keepsOrder = before !== undefined && order.some((id) => before.has(id));
  return {
    id: 'map',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'POLYLINE',
      'elk.separateConnectedComponents': 'false',
      'elk.layered.feedbackEdges': String(hasPorts),
      // The order below is a chain's: only links that close a loop run against it, and only they are turned.
      'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
      'elk.layered.crossingMinimization.semiInteractive': String(keepsOrder),
      'elk.spacing.nodeNode': String(options.rowGap),
      ...distances(order.length),
      ...settings(order.length, content.links.length),
    },
    children: order.map((id) => {
      const card = cards.get(id)!;
      const stood = before?.get(id);
      return {
        id,
        width: card.width,
        height: card.height,
        layoutOptions: {
          'elk.portConstraints': hasPorts ? 'FIXED_SIDE' : 'FREE',
          ...(card.kind === 'external-customer' ? { 'elk.layered.layering.layerConstraint': 'LAST' } : {}),
          ...(stood ? { 'elk.position': `(0,${Math.round(stood.y)})` } : {}),
        },
        ports: hasPorts
          ? [
              ...(inputs.get(id) ?? []).map((link) => port(`in ${link.id}`, 'WEST')),
              ...(outputs.get(id) ?? []).map((link) => port(`out ${link.id}`, 'EAST')),
            ]
          : [],
      };
    }),
    edges: content.links.map(({ id, provider, customer }) => ({
      id,
      sources: [hasPorts ? `out ${id}` : provider],
      targets: [hasPorts ? `in ${id}` : customer],
    })),
  };
}

const port = (id: string, side: 'WEST' | 'EAST') => ({
  id,
  width: 0,
  height: 0,
  layoutOptions: { 'elk.port.side': side },
});
