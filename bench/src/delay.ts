/**
 * One delay ripple beside graphology's single-source Dijkstra on the same map. The answers are checked equal first:
 * without alternatives a party's lateness is the delay less the least total of slack and buffer on the way to it.
 */
import { compile } from '@downstream/ripple/compile';
import { settleDelay } from '@downstream/ripple/settle-delay';
import { simulate } from '@downstream/ripple/simulate';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { MultiDirectedGraph } from 'graphology';
import * as dijkstra from 'graphology-shortest-path/dijkstra.js';
import { sideBySide, tell } from './measure.js';
import { organisation } from './organisation.js';

const teams = 10_000;
const linksEach = 3.8;
const minutes = 4_800;

function graphOf(map: CompiledMap) {
  const graph = new MultiDirectedGraph();
  for (const { id } of map.parties) graph.addNode(id);
  for (let e = 0; e < map.links.length; e++) {
    const cost = map.slack[e]! + map.buffer[map.customer[e]!]!;
    graph.addDirectedEdge(map.parties[map.provider[e]!]!.id, map.parties[map.customer[e]!]!.id, { cost });
  }
  return graph;
}

function checkSameAnswers(map: CompiledMap, graph: ReturnType<typeof graphOf>, source: string): number {
  const own = new Int32Array(map.parties.length);
  own[map.partyIndex.get(source)!] = minutes;
  const settled = settleDelay(map, own);
  const paths = dijkstra.singleSource(graph, source, 'cost');
  let late = 0;
  for (const [v, { id }] of map.parties.entries()) {
    const path = paths[id];
    let cost = 0;
    for (let i = 1; i < (path?.length ?? 0); i++) {
      const steps = graph.directedEdges(path![i - 1], path![i]);
      cost += Math.min(...steps.map((edge) => graph.getEdgeAttribute(edge, 'cost') as number));
    }
    const expected = path ? Math.max(0, minutes - cost) : 0;
    if (settled[v] !== expected) throw new Error(`${id}: ours ${settled[v]}, graphology ${expected}`);
    if (expected > 0) late += 1;
  }
  return late;
}

export function benchDelay(): void {
  const content = organisation(teams, linksEach);
  const map = compile(content);
  const graph = graphOf(map);
  const source = map.parties.find(({ kind }) => kind === 'team')!.id;
  const late = checkSameAnswers(map, graph, source);
  const own = new Int32Array(map.parties.length);
  own[map.partyIndex.get(source)!] = minutes;
  const disruptions = [{ party: source, kind: 'delay' as const, minutes }];
  const { lateness, ripple, graphology } = sideBySide({
    lateness: () => settleDelay(map, own),
    ripple: () => simulate(map, { disruptions, seed: 1, worlds: 10_000 }),
    graphology: () => dijkstra.singleSource(graph, source, 'cost'),
  });
  tell(
    'delay ripple, times faster than graphology',
    {
      parties: map.parties.length,
      links: map.links.length,
      late,
      wholeReport: round(graphology / ripple),
      latenessAlone: round(graphology / lateness),
      wanted: 5,
      milliseconds: { lateness: round(lateness), ripple: round(ripple), graphology: round(graphology) },
    },
    graphology / ripple >= 5,
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
