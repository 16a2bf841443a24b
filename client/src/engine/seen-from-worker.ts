import type { MapContent } from '@downstream/graph-schema/map-content';
import { expose } from 'comlink';
import { prepare } from './engine-answer';
import { seenFrom, type SeenFrom } from './seen-from';

/** A worker of its own: it may be ended in the middle of its work, and the slider's engine goes on. */
export type SeenFromWorker = (content: MapContent, customer: string) => SeenFrom | undefined;

const ask: SeenFromWorker = (content, customer) => {
  const prepared = prepare(content);
  return 'problem' in prepared ? undefined : seenFrom(prepared.map, customer);
};

expose(ask);
