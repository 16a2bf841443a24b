/** One event of a stream, as the HTML standard reads it ("9.2.6 Interpreting an event stream"). */
export interface StreamedEvent {
  type: string;
  data: string;
}

/**
 * Reads events out of the pieces in which a stream arrives. A piece may end anywhere, inside a line as well; what is
 * not whole yet waits for the next one. Ids and retry times are passed over: nobody here asks for them.
 */
export function eventLines(onEvent: (event: StreamedEvent) => void): (piece: string) => void {
  let rest = '';
  let type = '';
  let data: string[] = [];
  const readLine = (line: string): void => {
    if (line === '') {
      if (data.length > 0) onEvent({ type: type || 'message', data: data.join('\n') });
      type = '';
      data = [];
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/su.exec(line) ?? [];
    if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
  };
  return (piece) => {
    // A carriage return at the very end may be half of a line's end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/u);
    rest = lines.pop()!;
    lines.forEach(readLine);
  };
}
