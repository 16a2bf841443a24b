/** Everyone's lateness, and who made whom late and when it is felt: see `delay-pass`. */
import type { CompiledMap } from './compiled-map.js';
import type { Causes, DelayPass, OwnDelay, Settled } from './delay-pass.js';
import { createDelayPass } from './delay-pass.js';
import type { Observer } from './observer.js';

/** Lateness alone. Throws `Stopped`. */
export const settleDelay = (map: CompiledMap, own: readonly OwnDelay[], observer?: Observer): Settled =>
  passOver(map, (pass) => pass.settle(own, observer));

/** Lateness with causes and clock. Throws `Stopped`. */
export const rippleOfDelay = (map: CompiledMap, own: readonly OwnDelay[], observer?: Observer): Causes =>
  passOver(map, (pass) => pass.withCauses(own, observer));

/** A ripple that reaches few should not cost memory for all: maps keep theirs from one pass to the next. */
const kept = new WeakMap<CompiledMap, DelayPass>();

function passOver<T>(map: CompiledMap, run: (pass: DelayPass) => T): T {
  const pass = kept.get(map) ?? createDelayPass(map);
  // A pass that throws leaves its memory as it is then: nobody should find it.
  kept.delete(map);
  const answer = run(pass);
  kept.set(map, pass);
  return answer;
}
