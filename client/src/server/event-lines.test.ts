import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventLines, type StreamedEvent } from './event-lines';

const eventsIn = (pieces: readonly string[]): StreamedEvent[] => {
  const events: StreamedEvent[] = [];
  const read = eventLines((event) => events.push(event));
  pieces.forEach(read);
  return events;
};

test('an event has a type and its data; what has none is a message', () => {
  expect(eventsIn(['event: entries\nid: 7\ndata: [1,\ndata: 2]\n\n', 'data:plain\n\n'])).toEqual([
    { type: 'entries', data: '[1,\n2]' },
    { type: 'message', data: 'plain' },
  ]);
});

test('comments that keep a line open, and events without data, are none', () => {
  expect(eventsIn([':\n\n: alive\n\nevent: entries\n\nretry: 2000\n\n'])).toEqual([]);
});

test('colons in the data belong to it', () => {
  expect(eventsIn(['data: {"a":"b: c"}\n\n'])).toEqual([{ type: 'message', data: '{"a":"b: c"}' }]);
});

test('it does not matter where a piece ends, nor how lines do', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ':', ' ', '{', 'é'), maxLength: 6 });
  const event = fc.record({
    type: fc.constantFrom('entries', 'gone', 'revoked'),
    data: fc.array(line, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 4 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat(200), { maxLength: 6 }),
      (events, end, cuts) => {
        const stream = events
          .map(({ type, data }) =>
            [`event: ${type}`, ...data.map((text) => `data: ${text}`), '', ''].join(end),
          )
          .join('');
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b),
          stream.length,
        ];
        const pieces = places.slice(1).map((place, index) => stream.slice(places[index], place));
        // The last carriage return may wait for its line feed; whatever comes next lets it go.
        expect(eventsIn([...pieces, ':\n'])).toEqual(
          events.map(({ type, data }) => ({ type, data: data.join('\n') })),
        );
      },
    ),
  );
});
