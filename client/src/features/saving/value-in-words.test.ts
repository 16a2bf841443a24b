import { describe, expect, test } from '@jest/globals';
import type { MapSettings } from '@downstream/graph-schema/map';
import { fieldInWords } from '../../show/field-in-words';
import { startText } from '../../text/text';
import { valueInWords } from './value-in-words';

startText();
const map: MapSettings = { type: 'map', id: 'm', name: 'Airline' };

describe('what two people wrote into one field', () => {
  test.each([
    ['slack', 90, /^1.h 30.min$/],
    ['catchRate', 0.25, /^25.%$/],
    ['weight', 2, /^2$/],
    ['name', 'Kitchen', /^Kitchen$/],
    ['buffer', null, /^\(nothing\)$/],
  ])('of %s, %p is said as people say it', (field, value, said) => {
    expect(valueInWords(field, value, map)).toMatch(said);
  });

  test('stands beside the name of the field, not that of the code', () => {
    expect(fieldInWords('feltAs')).toBe('felt as');
    expect(fieldInWords('output')).toBe('what is handed on');
  });
});
