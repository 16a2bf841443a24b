/**
 * One delay ripple beside a C program of the same settling pass, and beside libraries that find shortest paths: without
 * alternatives a party's lateness is the delay less the least total of slack and buffer on the way to it. Each peer is
 * asked for the distances from one origin to everyone by its one call for that, with a cut-off at the delay where it
 * takes one, on a graph that is built already. All answers are checked equal first.
 */
import { compile } from '@downstream/ripple/compile';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { delayOfAll } from '@downstream/ripple/delay-pass';
import { rippleOfDelay, settleDelay } from '@downstream/ripple/settle-delay';
import { MultiDirectedGraph } from 'graphology';
import * as dijkstra from 'graphology-shortest-path/dijkstra.js';
import { allHold, atLeast, here, round, sideBySide, tell, type Contender } from '../measure.js';
import { besidePeers, checkSame, isPlain, type Peers } from '../peers/beside-peers.js';
import { mapsToMeasure } from './maps.js';

/** A quarter of a day and a whole one: a ripple that stays near, and one that reaches nearly all. */
const delays = [120, 480];
const sizes = [10_000, 100_000, 250_000];
/** Above so many links graphology's objects do not fit into Node's memory beside ours. */
const graphologyLinks = 100_000;

export async function benchDelay(graph?: string): Promise<void> {
  for (const { name, content } of await mapsToMeasure(sizes, graph)) {
    const map = compile(content);
    await besidePeers(map, async (peers) => {
      const graphology = isPlain(map) && map.links.length <= graphologyLinks ? graphologyOf(map) : undefined;
      for (const minutes of delays) await measure(name, map, minutes, peers, graphology);
    });
  }
}

async function measure(
  name: string,
  map: CompiledMap,
  minutes: number,
  { c, python, missing }: Peers,
  graphology: MultiDirectedGraph | undefined,
): Promise<void> {
  const origin = map.isCustomer.indexOf(0);
  const own = [{ party: origin, minutes }];
  const { late, ...rest } = settleDelay(map, own);
  const settled = delayOfAll(map, { late, ...rest });
  const contenders: Record<string, Contender> = {
    settle: here(() => settleDelay(map, own)),
    delay: here(() => rippleOfDelay(map, own)),
  };
  if (c) {
    contenders['C'] = () => c.settle(origin, minutes);
    await c.settle(origin, minutes);
    checkSame('C', map, settled, await c.answer());
  }
  const others: string[] = [];
  for (const peer of isPlain(map) ? ['igraph', 'rustworkx', 'scipy', 'networkx'] : []) {
    if (python?.versions[peer] === undefined) continue;
    const question = { question: 'delay', origin, minutes };
    checkSame(peer, map, settled, await python.answer(peer, question));
    contenders[peer] = () => python.ask(peer, question);
    others.push(peer);
  }
  if (graphology) {
    checkSame('graphology', map, settled, latenessByGraphology(map, graphology, origin, minutes));
    contenders['graphology'] = here(() => dijkstra.singleSource(graphology, String(origin), 'cost'));
    others.push('graphology');
  }
  const took = await sideBySide(contenders);
  const { settle, delay, C } = took as Record<'settle' | 'delay' | 'C', number>;
  const fastest = others.toSorted((a, b) => took[a]! - took[b]!)[0];
  const ratios = {
    ...(c && { settleOverC: round(settle / C), delayOverC: round(delay / C) }),
    ...(fastest !== undefined && { timesFasterThanFastestPeer: round(took[fastest]! / delay), fastest }),
  };
  tell(
    `delay ripple, ${name}, ${minutes} minutes`,
    {
      parties: map.parties.length,
      links: map.links.length,
      late: late.length,
      ...ratios,
      wanted: { settleOverC: 2.5, delayOverC: 5, timesFasterThanFastestPeer: 4 },
      milliseconds: Object.fromEntries(Object.entries(took).map(([who, ms]) => [who, round(ms!)])),
      missing,
    },
    allHold([
      c && settle / C <= 2.5,
      c && delay / C <= 5,
      // Without Python only the slowest is there, and says nothing of the fastest.
      python && fastest !== undefined ? atLeast(took[fastest]! / delay, 4) : undefined,
    ]),
  );
}

function graphologyOf(map: CompiledMap): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let v = 0; v < map.parties.length; v++) graph.addNode(v);
  for (let e = 0; e < map.links.length; e++) {
    const cost = map.slack[e]! + map.buffer[map.customer[e]!]!;
    graph.addDirectedEdge(map.provider[e], map.customer[e], { cost });
  }
  return graph;
}

function latenessByGraphology(
  map: CompiledMap,
  graph: MultiDirectedGraph,
  origin: number,
  minutes: number,
): Float64Array {
  const paths = dijkstra.singleSource(graph, String(origin), 'cost');
  const late = new Float64Array(map.parties.length);
  for (const [party, path] of Object.entries(paths)) {
    let cost = 0;
    for (let i = 1; i < path.length; i++) {
      const steps = graph.outEdges(path[i - 1], path[i]);
      cost += Math.min(...steps.map((edge) => graph.getEdgeAttribute(edge, 'cost') as number));
    }
    late[Number(party)] = Math.max(0, minutes - cost);
  }
  return late;
}
