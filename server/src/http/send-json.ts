import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { isLong, jsonInPieces } from './json-in-pieces.js';

/** Answers with JSON; long lists go out in pieces, so that one large map never holds up others. */
export async function sendJson(response: Response, status: number, value: unknown): Promise<void> {
  response.status(status);
  if (!isLong(value)) {
    response.json(value);
    return;
  }
  response.type('application/json');
  // The log, the metrics, compression and the pipe each wait for the end in several ways: more than Node's ten, no leak.
  response.setMaxListeners(30);
  await pipeline(Readable.from(jsonInPieces(value)), response);
}
