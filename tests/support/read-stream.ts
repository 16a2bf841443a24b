import type { LogEntry } from '@downstream/graph-schema/change';

interface StreamEvent {
  event: string;
  id: string;
  data: unknown;
}

export interface ReadStream {
  status: number;
  /** The next event that is no heartbeat; `undefined` once the server has ended the stream. */
  next(): Promise<StreamEvent | undefined>;
  /** Reads on until this many log entries have come, and gives them. */
  entries(count: number): Promise<LogEntry[]>;
  /** The id of the newest event, with which a new stream resumes. */
  lastId(): string;
  close(): void;
}

/** Opens a stream of Server-Sent Events, as a browser's EventSource would. */
export async function readStream(url: string, headers: Record<string, string> = {}): Promise<ReadStream> {
  const leave = new AbortController();
  const answer = await fetch(url, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leave.signal,
  });
  const events = eventsIn(answer);
  let lastId = '';
  const next = async () => {
    const step = await events.next();
    if (step.done) return undefined;
    lastId = step.value.id;
    return step.value;
  };
  return {
    status: answer.status,
    next,
    async entries(count) {
      const entries: LogEntry[] = [];
      while (entries.length < count) {
        const event = await next();
        if (event?.event !== 'entries')
          throw new Error(`The stream gave ${event?.event ?? 'its end'}, not entries.`);
        entries.push(...(event.data as LogEntry[]));
      }
      return entries;
    },
    lastId: () => lastId,
    close: () => leave.abort(),
  };
}

/** Takes the whole answer, since the body of one that nothing refers to is closed as garbage before it is read. */
async function* eventsIn({ body }: Response): AsyncGenerator<StreamEvent, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body!) {
    text += decoder.decode(bytes, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const),
      );
      text = text.slice(end + 2);
      const data = fields.get('data');
      if (data === undefined) continue;
      yield {
        event: fields.get('event') ?? 'message',
        id: fields.get('id') ?? '',
        data: JSON.parse(data) as unknown,
      };
    }
  }
  return undefined;
}
