import { describe, expect, test } from '@jest/globals';
import { aMap, type MapBuilder } from '../../tests/support/a-map.js';
import { brokenRules } from './map-rules.js';

const codesOf = (map: MapBuilder): string[] =>
  brokenRules(map.content()).map(({ code, item, field }) => `${code} ${item.id} ${field}`);

const ramp = () => aMap('Airline').team('A').team('B').team('C').customer('Passengers').supplier('Fuel');

describe('The rules of a map', () => {
  test('are kept by loops, several links between two, and groups with one primary', () => {
    const map = ramp()
      .serves('A', 'B')
      .serves('B', 'A')
      .serves('A', 'B')
      .serves('A', 'Passengers', { alternativeGroup: 'g' })
      .serves('Fuel', 'Passengers', { alternativeGroup: 'g', switchTime: 0 });
    expect(codesOf(map)).toEqual([]);
  });

  test('of who may hand on to whom', () => {
    expect(codesOf(ramp().serves('A', 'A'))).toEqual(['SELF_LINK A > A customer']);
    expect(codesOf(ramp().serves('Passengers', 'A'))).toEqual(['CUSTOMER_PROVIDES Passengers > A provider']);
    expect(codesOf(ramp().serves('A', 'Fuel'))).toEqual(['SUPPLIER_DEPENDS A > Fuel customer']);
    expect(codesOf(ramp().serves('A', 'Nobody'))).toEqual(['UNKNOWN_PARTY A > Nobody customer']);
  });

  test('of groups: two members, all blocking, one primary', () => {
    const g = { alternativeGroup: 'g' };
    expect(codesOf(ramp().serves('A', 'C', g))).toEqual(['GROUP_INVALID A > C alternativeGroup']);
    expect(codesOf(ramp().serves('A', 'C', g).serves('B', 'C', g))).toEqual([
      'GROUP_INVALID A > C switchTime',
    ]);
    expect(
      codesOf(
        ramp()
          .serves('A', 'C', g)
          .serves('B', 'C', { ...g, switchTime: 5, dependence: 'helpful' }),
      ),
    ).toEqual(['GROUP_INVALID B > C dependence']);
    expect(codesOf(ramp().serves('A', 'C', { switchTime: 5 }))).toEqual(['GROUP_INVALID A > C switchTime']);
  });

  test('of ids, which are used once', () => {
    expect(codesOf(ramp().team('A'))).toEqual(['DUPLICATE_ID A id']);
    expect(codesOf(ramp().serves('A', 'B', { id: 'x' }).serves('B', 'C', { id: 'x' }))).toEqual([
      'DUPLICATE_ID x id',
    ]);
  });
});
