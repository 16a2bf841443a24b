import { expose } from 'comlink';
import { arrange, type Arrangeable } from './arrange';
import type { Point } from './route';
import { spread } from './spread';

export interface ArrangeWorker {
  arrange: (map: Arrangeable) => Map<string, Point>;
}

const worker: ArrangeWorker = { arrange: (map) => arrange(map, spread) };

expose(worker);
