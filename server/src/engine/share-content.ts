import type { MapContent } from '@downstream/graph-schema/map-content';
import { jsonInPieces } from '../http/json-in-pieces.js';
import type { SharedContent } from '../workers/tasks.js';

/** Writes a map's content into memory that every thread can read, giving others their turn in between. */
export async function shareContent(content: MapContent): Promise<SharedContent> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const text of jsonInPieces(content)) {
    const piece = encoder.encode(text);
    pieces.push(piece);
    length += piece.length;
  }
  const shared = new Uint8Array(new SharedArrayBuffer(length));
  let at = 0;
  for (const piece of pieces) {
    shared.set(piece, at);
    at += piece.length;
  }
  return shared;
}
