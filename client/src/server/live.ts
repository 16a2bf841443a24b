import { logEntrySchema, type LogEntry } from '@downstream/graph-schema/change';
import { routes } from '@downstream/graph-schema/route-table';
import { z } from 'zod';
import { addressOf } from './call';

const entriesSchema = z.array(logEntrySchema);

export interface LiveListener {
  /** The newest revision that is known here: where a new stream begins. */
  since(): number;
  entries(entries: LogEntry[]): void;
  /** The map was deleted. */
  gone(): void;
  /** The link that let this browser in was revoked. */
  revoked(): void;
  /** The stream is up. */
  connected(): void;
  /** The stream is down; it will be tried again. Why it is down only an ordinary call can tell. */
  lost(): void;
}

/** A stream of events; `open` and `error` have no data. */
export interface LiveSource {
  addEventListener: (type: string, listener: (event: MessageEvent<string>) => void) => void;
  close: () => void;
}
export type OpenSource = (address: string) => LiveSource;

const firstPause = 1_000;
const longestPause = 30_000;

/**
 * Follows a map's log by Server-Sent Events until the returned function is called. One stream a page, closed
 * while the page is hidden (browsers allow six connections to a server, and phones save their battery), and
 * resumed from the revision that is known by then.
 */
export function follow(
  map: string,
  listener: LiveListener,
  openSource: OpenSource = (address) => new EventSource(address),
): () => void {
  let source: LiveSource | undefined;
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  const open = () => {
    close();
    if (document.hidden) return;
    const opened = openSource(addressOf(routes.stream, { map }, { since: listener.since() }));
    source = opened;
    opened.addEventListener('open', () => {
      pause = firstPause;
      listener.connected();
    });
    opened.addEventListener('entries', (event) => {
      listener.entries(entriesSchema.parse(JSON.parse(event.data)));
    });
    opened.addEventListener('gone', () => {
      stop();
      listener.gone();
    });
    opened.addEventListener('revoked', () => {
      stop();
      listener.revoked();
    });
    opened.addEventListener('error', () => {
      // The browser's own retry would ask for the address anew, with a revision that is old by then.
      close();
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, longestPause);
      listener.lost();
    });
  };

  const turned = () => (document.hidden ? close() : open());
  const stop = () => {
    close();
    document.removeEventListener('visibilitychange', turned);
    window.removeEventListener('online', open);
  };

  document.addEventListener('visibilitychange', turned);
  window.addEventListener('online', open);
  open();
  return stop;
}
