import { DownstreamError } from '@downstream/graph-schema/problem';
import { createSession } from 'better-sse';
import type { Request, Response } from 'express';
import type { Metrics } from '../metrics.js';

/** A reader this far behind, in bytes, is cut off; it comes back and resumes where it was. */
const unsentLimit = 8 * 1024 * 1024;

export interface Stream {
  /** Sends an event whose data is JSON already. */
  push(event: string, data: string, id?: string): void;
  /** Ends the stream after what was sent. */
  end(): void;
  onClose(listener: () => void): void;
}

export interface Streams {
  /** Answers a request with Server-Sent Events. TOO_MANY_STREAMS, SERVER_STOPPING. */
  open(request: Request, response: Response): Promise<Stream>;
  /** Ends all open streams, and opens no more. */
  close(): void;
}

/** Keeps count of the open streams of this process: at most `most`. */
export function countStreams({ most, metrics }: { most: number; metrics: Metrics }): Streams {
  const open = new Set<Response>();
  let closed = false;
  return {
    async open(request, response) {
      if (closed) throw new DownstreamError('SERVER_STOPPING');
      if (open.size >= most) throw new DownstreamError('TOO_MANY_STREAMS');
      open.add(response);
      metrics.streams.inc();
      response.once('close', () => {
        open.delete(response);
        metrics.streams.dec();
      });
      const session = await createSession(request, response, {
        serializer: String,
        headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
      });
      return {
        push(event, data, id) {
          if (!session.isConnected || response.writableEnded) return;
          if (response.writableLength > unsentLimit) response.destroy();
          else session.push(data, event, id ?? session.lastId);
        },
        end: () => response.end(),
        onClose: (listener) => {
          if (response.closed) listener();
          else response.once('close', listener);
        },
      };
    },
    close() {
      closed = true;
      for (const response of open) response.end();
    },
  };
}
