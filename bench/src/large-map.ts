/**
 * What a map of the largest size costs a running server, request by request: the seconds that the caller waits, the
 * processor seconds and memory that the server takes, and the worst that anybody else waits for /healthz meanwhile.
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Commit } from '@downstream/graph-schema/change';
import { writeMapFile } from '@downstream/graph-schema/write-map-file';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Link } from '@downstream/graph-schema/link';
import { tell } from './measure.js';
import { organisation } from './organisation.js';
import { startServer } from './running-server.js';

/** Milliseconds that nobody may be held up for. */
const longestWait = 100;

interface Asked {
  figure: string;
  path: string;
  body?: string;
  type?: string;
  status: number;
}

export async function benchLargeMap(): Promise<void> {
  const server = await startServer();
  const { url, pid } = server;
  const health = new Worker(new URL('./health-waits.js', import.meta.url), { workerData: `${url}/healthz` });

  async function ask({ figure, path, body, type = 'application/json', status }: Asked): Promise<string> {
    await worstWait(health);
    forgetMemoryPeak(pid);
    const processor = processorSeconds(pid);
    const start = performance.now();
    const answer = await fetch(url + path, {
      ...(body !== undefined && { method: 'POST', body, headers: { 'content-type': type } }),
    });
    const text = await answer.text();
    const seconds = (performance.now() - start) / 1000;
    const waited = await worstWait(health);
    const values = {
      seconds: round(seconds),
      processorSeconds: round(processorSeconds(pid) - processor),
      megabytesAtMost: memoryPeak(pid),
      worstWaitForHealth: Math.round(waited),
      limit: longestWait,
      ...(answer.status !== status && { status: answer.status, wanted: status, said: text.slice(0, 300) }),
    };
    tell(`large map: ${figure}`, values, answer.status === status && waited <= longestWait);
    return text;
  }

  try {
    await askEverything(ask);
  } finally {
    await health.terminate();
    await server.stop();
  }
}

async function askEverything(ask: (asked: Asked) => Promise<string>): Promise<void> {
  const content = organisation(4_761, 10.5);
  const files = '/api/map-files';
  const yaml = { path: files, type: 'application/yaml' };
  const yamlText = writeMapFile(content, 'yaml');
  const made = await ask({ figure: 'import YAML', ...yaml, body: yamlText, status: 201 });
  const json = writeMapFile(content, 'json');
  await ask({ figure: 'import JSON', path: files, body: json, status: 201 });
  const { id } = JSON.parse(made) as { id: string };
  const map = `/api/maps/${id}`;
  await ask({ figure: 'read', path: map, status: 200 });
  const delay = { disruptions: [{ party: content.parties[0]!.id, kind: 'delay', minutes: 4_800 }] };
  await ask({ figure: 'first ripple', path: `${map}/ripple`, body: JSON.stringify(delay), status: 200 });
  await ask({ figure: 'second ripple', path: `${map}/ripple`, body: JSON.stringify(delay), status: 200 });
  const defect = { disruptions: [{ party: content.parties[0]!.id, kind: 'defect' }], worlds: 1_000 };
  await ask({ figure: 'defect ripple', path: `${map}/ripple`, body: JSON.stringify(defect), status: 200 });
  const commit = JSON.stringify(slower(content.links));
  await ask({ figure: 'commit a patch to every link', path: `${map}/commits`, body: commit, status: 200 });
  await ask({ figure: 'export YAML', path: `${map}/file`, status: 200 });
  await ask({ figure: 'export JSON', path: `${map}/file?format=json`, status: 200 });
  await ask({ figure: 'changes since', path: `${map}/changes?since=1`, status: 200 });
  await refuseEverything(ask, { yaml: yamlText, json, content, map });
}

/** What is wrong is told, and nobody waits for it either. */
async function refuseEverything(
  ask: (asked: Asked) => Promise<string>,
  { yaml, json, content, map }: { yaml: string; json: string; content: MapContent; map: string },
): Promise<void> {
  const files = { path: '/api/map-files', status: 422 };
  const asYaml = { ...files, type: 'application/yaml' };
  const tenMegabytes = (line: string) => line.repeat(Math.floor(10_000_000 / line.length));
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  const wrong = (text: string) => text.replaceAll(/"?defectPass"?: 0/g, (found) => found.replace(/0$/, '7'));
  const unknown = (text: string) => text.replaceAll('customer', 'customr');
  await ask({ figure: 'YAML, each link wrong', ...asYaml, body: wrong(yaml) });
  await ask({ figure: 'JSON, each link wrong', ...files, body: wrong(json) });
  await ask({ figure: 'YAML, each field misspelt', ...asYaml, body: unknown(yaml) });
  await ask({ figure: 'YAML cut off', ...asYaml, body: `${yaml}\n  - {provider: [` });
  await ask({ figure: 'JSON cut off', ...files, body: json.slice(0, -10) });
  await ask({
    figure: '10 MB of YAML that is no map',
    ...asYaml,
    body: tenMegabytes('- nothing: of a map\n'),
  });
  await ask({ figure: '10 MB of one line', ...asYaml, body: 'x'.repeat(10_000_000), status: 422 });
  await ask({ figure: '10 MB of brackets', ...files, body: '['.repeat(10_000_000) });
  await ask({ figure: '10,000 deep, as a file', ...files, body: deep });
  const commits = `${map}/commits`;
  await ask({ figure: '10,000 deep, as a commit', path: commits, body: deep, status: 422 });
  const stale = { ...slower(content.links), idempotencyKey: 'stale' };
  for (const change of stale.changes) change.expectedVersion = 999;
  const conflicts = JSON.stringify(stale);
  await ask({ figure: 'a conflict at every link', path: commits, body: conflicts, status: 409 });
  const nonsense = { idempotencyKey: 'k', changes: Array.from({ length: 100_000 }, (_, n) => ({ op: n })) };
  await ask({ figure: '100,000 wrong changes', path: commits, body: JSON.stringify(nonsense), status: 422 });
}

const slower = (links: readonly Link[]): Commit => ({
  idempotencyKey: 'slower',
  changes: links.map(({ id, leadTime = 0 }) => ({
    op: 'patch',
    type: 'link',
    id,
    fields: { leadTime: leadTime + 1 },
  })),
});

/** The worst wait since this was last asked, in milliseconds. */
async function worstWait(health: Worker): Promise<number> {
  const answer = once(health, 'message');
  health.postMessage('since last asked');
  return ((await answer) as [number])[0];
}

/** User and system time of all threads together. Clock ticks are hundredths of a second on Linux. */
function processorSeconds(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(afterName[11]) + Number(afterName[12])) / 100;
}

/** Writing 5 here makes Linux count the peak of resident memory anew. */
const forgetMemoryPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

const memoryPeak = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);

const round = (value: number) => Math.round(value * 100) / 100;
