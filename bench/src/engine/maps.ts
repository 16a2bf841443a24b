import type { MapContent } from '@downstream/graph-schema/map-content';
import { readMap } from '@downstream/server/command-line/read-map';
import { organisation } from '../organisation.js';

export interface BenchMap {
  name: string;
  content: MapContent;
}

/** Organisations of these many teams, or the one map that `--graph` names. */
export async function mapsToMeasure(
  teams: readonly number[],
  graph: string | undefined,
): Promise<BenchMap[]> {
  if (graph !== undefined) return [{ name: graph, content: await readMap(graph) }];
  return teams.map((count) => ({
    name: `${count.toLocaleString('en')} teams`,
    get content() {
      return organisation(count);
    },
  }));
}
