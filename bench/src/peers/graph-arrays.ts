import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { providersFirst } from '@downstream/ripple/providers-first';

/**
 * Writes a map as raw arrays, little-endian, one file each: 32-bit integers of links (`group` is −1 for a link that
 * stands alone, `switchTime` −1 for one that is no standby) and of parties, the order in which ripples are swept, and
 * chances and weights as 64-bit numbers.
 */
export function writeGraphArrays(map: CompiledMap, folder: string): void {
  const switchTime = map.switchTime.map((minutes, e) => (map.isStandby[e] === 1 ? minutes : -1));
  const { provider, customer, slack, group, buffer, liveChance, weight } = map;
  const isBlocking = Int32Array.from(map.isBlocking);
  const isCustomer = Int32Array.from(map.isCustomer);
  const order = providersFirst(map);
  const whole = { provider, customer, slack, group, switchTime, isBlocking, buffer, isCustomer, order };
  for (const [name, array] of Object.entries(whole)) writeFileSync(join(folder, `${name}.i32`), array);
  for (const [name, array] of Object.entries({ liveChance, weight })) {
    writeFileSync(join(folder, `${name}.f64`), array);
  }
}
