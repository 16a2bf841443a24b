import type { Where } from './workers/workers.js';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  request(route: string, status: number, seconds: number): void;
  commit(): void;
  ripple(where: Where, seconds: number): void;
  streams: { inc(): void; dec(): void };
}

/** The figures that `/metrics` shows, with Node's own beside them (event loop lag, memory) where `process` is set. */
export function createMetrics(options: { process: boolean }): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry, prefix: 'downstream_' });
  const registers = [registry];
  const requests = new Histogram({
    name: 'downstream_request_seconds',
    help: 'Time to answer, by route and status; its count is the number of requests',
    labelNames: ['route', 'status'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const commits = new Counter({ name: 'downstream_commits_total', help: 'Commits acknowledged', registers });
  const ripples = new Histogram({
    name: 'downstream_ripple_seconds',
    help: 'Time the engine took, waiting for a thread included, by where it worked',
    labelNames: ['where'] as const,
    buckets: [0.001, 0.01, 0.1, 1, 5, 60],
    registers,
  });
  const streams = new Gauge({ name: 'downstream_open_streams', help: 'Open live streams', registers });
  return {
    registry,
    request: (route, status, seconds) => requests.observe({ route, status }, seconds),
    commit: () => commits.inc(),
    ripple: (where, seconds) => ripples.observe({ where }, seconds),
    streams: { inc: () => streams.inc(), dec: () => streams.dec() },
  };
}
