import { byLink } from './call';
import { eventLines } from './event-lines';
import { follow, type LiveListener, type LiveSource } from './live';

/**
 * Follows a map's log as the holder of a link: the browser's own EventSource sends no header, and an address is no
 * place for a secret.
 */
export const followByLink =
  (secret: string) =>
  (map: string, listener: LiveListener): (() => void) =>
    follow(map, listener, (address) => openByLink(address, secret));

function openByLink(address: string, secret: string): LiveSource {
  const events = new EventTarget();
  const stop = new AbortController();
  const read = eventLines(({ type, data }) => events.dispatchEvent(new MessageEvent(type, { data })));
  const run = async (): Promise<void> => {
    const answer = await fetch(address, {
      headers: { accept: 'text/event-stream', ...byLink(secret) },
      credentials: 'omit',
      cache: 'no-store',
      signal: stop.signal,
    });
    if (!answer.ok || !answer.body) throw new Error(`The stream was answered with ${answer.status}.`);
    events.dispatchEvent(new Event('open'));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) read(piece.value);
  };
  const over = (): void => {
    if (!stop.signal.aborted) events.dispatchEvent(new Event('error'));
  };
  // However a stream ends, its follower decides what then; the browser's own source does as much.
  run().then(over, over);
  return {
    addEventListener: (type, listener) =>
      events.addEventListener(type, (event) => listener(event as MessageEvent<string>)),
    close: () => stop.abort(),
  };
}
