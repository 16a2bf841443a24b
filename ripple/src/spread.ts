/**
 * The module that spreads a defect, one for each thread, and what lies in its memory: the lanes of the map that was asked
 * about last, and the worlds of one question. Memory grows to what the largest map took and stays; linear in it. A
 * question has it all to itself until it is answered, so an observer must not ask another.
 */
import type { DefectLanes } from './defect-lanes.js';
import { spreadModule } from './spread-module.js';

/** What `../assembly/spread-defect.ts` exports. */
interface Spread {
  readonly memory: { readonly buffer: ArrayBuffer; grow: (pages: number) => number };
  readonly rows: Address;
  readonly rests: Address;
  readonly starts: Address;
  readonly hits: Address;
  lay: (places: number, rows: number) => number;
  begin: () => void;
  reach: (place: number, first: number, second: number, third: number, fourth: number) => void;
  sweep: (word: number, from: number) => number;
  count: () => void;
}

interface Address {
  readonly value: number;
}

// Browsers and Node have both; the engine's types are of neither.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};
declare const atob: (text: string) => string;

const pageBytes = 65_536;

let spread: Spread | undefined;
let inMemory: DefectLanes | undefined;

/** This thread's module with these lanes in its memory. */
export function spreadOf(laid: DefectLanes): Spread {
  spread ??= instance();
  if (inMemory === laid) return spread;
  // Nothing, should there be no room.
  inMemory = undefined;
  const { memory, rows, rests, starts } = spread;
  const missing = spread.lay(laid.party.length, laid.rests.length / 4) - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
  new Int32Array(memory.buffer, rows.value).set(laid.rows);
  new Int32Array(memory.buffer, rests.value).set(laid.rests);
  new Int32Array(memory.buffer, starts.value).set(laid.start);
  inMemory = laid;
  return spread;
}

/** In how many worlds each place was reached, since `begin`: seen where it lies, so until the next question. */
export const hitsOf = ({ memory, hits }: Spread, laid: DefectLanes): Int32Array =>
  new Int32Array(memory.buffer, hits.value, laid.party.length);

function instance(): Spread {
  const bytes = Uint8Array.from(atob(spreadModule), (letter) => letter.charCodeAt(0));
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Spread;
}
