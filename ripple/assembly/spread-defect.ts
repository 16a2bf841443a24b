/**
 * The inner loop of `../src/defect-worlds.ts`, which says what it computes, for 128 worlds at once. AssemblyScript, since
 * TypeScript has no vectors: `npm run assemble` compiles it into `../src/spread-module.ts`.
 *
 * A block of worlds is a vector of four words. The draws are those of `../src/keyed-draws.ts`, bit for bit, for four
 * words of one link at once; or for four links in one word, where what a party has to pass on lies in one or two words:
 * where defects die out, nearly every question is about a single world.
 */

/** Where each array begins, in bytes, and where the last one ends; see `lay`. */
export let rows: usize;
export let rests: usize;
export let starts: usize;
let state: usize;
let dirty: usize;
let touched: usize;
export let hits: usize;
let end: usize;

/** How many words hold a bit for each party, and the place behind the last party, to which links lead that are none. */
let words: i32;
let nobody: i32;

/** Where the next sweep begins. */
let next: i32;

/** Two vectors to be read word by word: what a party has to pass on, and what is added to keys in each word. */
const passedOn: usize = __heap_base;
const steps: usize = __heap_base + 16;

/**
 * Room for a map of so many places, and of so many rows of four links. To be filled in: `rows`, 16 words each, four times
 * the customers' places, high key words, low key words and 32 digits of the chances; `rests`, four times the next
 * 32 digits; `starts`, at which row the links of a place start, and at last how many rows there are. `hits` is the
 * answer, a word for each place. Returns how many bytes it takes in all; rows lie on lines of the cache.
 */
export function lay(places: i32, rowsInAll: i32): usize {
  nobody = places;
  words = (places >>> 5) + 1;
  rows = (__heap_base + 32 + 63) & ~63;
  rests = rows + 64 * rowsInAll;
  state = rests + 16 * rowsInAll;
  dirty = state + 32 * (places + 1);
  touched = dirty + 4 * words;
  hits = touched + 4 * words;
  starts = hits + 4 * places;
  end = starts + 4 * (places + 1);
  return end;
}

/** Clears away whatever the question before has left, one that was stopped included. */
export function begin(): void {
  memory.fill(state, 0, starts - state);
  v128.store(state + 32 * nobody, i32x4.splat(-1));
}

/** Says that a party is reached in these worlds, and has that to pass on. */
export function reach(place: i32, first: i32, second: i32, third: i32, fourth: i32): void {
  const at = state + 32 * place;
  store<i32>(at, first);
  store<i32>(at, second, 4);
  store<i32>(at, third, 8);
  store<i32>(at, fourth, 12);
  v128.store(at, v128.load(at), 16);
  mark(place, 1, 0);
}

/**
 * Everybody passes on, from this word of places on, in the block of worlds that begins with `word`. Returns the word of
 * places from which there is something to pass on again, or -1.
 */
export function sweep(word: i32, from: i32): i32 {
  const step = i32x4.mul(i32x4.add(i32x4.splat(word), i32x4(0, 1, 2, 3)), i32x4.splat(0x9e3779b9));
  v128.store(steps, step);
  next = words;
  for (let at = from; at < words;) {
    const bits = load<i32>(dirty + 4 * at);
    if (bits == 0) {
      at++;
      continue;
    }
    const bit = bits & -bits;
    store<i32>(dirty + 4 * at, bits ^ bit);
    store<i32>(touched + 4 * at, load<i32>(touched + 4 * at) | bit);
    const place = (at << 5) + ctz(bit);
    const fresh = v128.load(state + 32 * place, 16);
    v128.store(state + 32 * place, i32x4.splat(0), 16);
    v128.store(passedOn, fresh);
    const freshWords = i32x4.bitmask(i32x4.ne(fresh, i32x4.splat(0)));
    const stop = load<i32>(starts + 4 * place, 4);
    for (let r = load<i32>(starts + 4 * place); r < stop; r++) {
      const row = rows + 64 * r;
      const rest = rests + 16 * r;
      if (popcnt(freshWords) < 3) {
        for (let left = freshWords; left != 0; left &= left - 1) {
          const lane: usize = 4 * ctz(left);
          const high = i32x4.add(v128.load(row, 16), v128.load32_splat(steps + lane));
          const asked = v128.load32_splat(passedOn + lane);
          const live = draw(high, v128.load(row, 32), v128.load(row, 48), rest, true, asked);
          add(load<i32>(row), lane, i32x4.extract_lane(live, 0), at);
          add(load<i32>(row, 4), lane, i32x4.extract_lane(live, 1), at);
          add(load<i32>(row, 8), lane, i32x4.extract_lane(live, 2), at);
          add(load<i32>(row, 12), lane, i32x4.extract_lane(live, 3), at);
        }
        continue;
      }
      for (let k: usize = 0; k < 16; k += 4) {
        const to = load<i32>(row + k);
        const there = state + 32 * to;
        const before = v128.load(there);
        const asked = v128.andnot(fresh, before);
        if (!v128.any_true(asked)) continue;
        const high = i32x4.add(v128.load32_splat(row + k, 16), step);
        const low = v128.load32_splat(row + k, 32);
        const live = draw(high, low, v128.load32_splat(row + k, 48), rest + k, false, asked);
        // Written even where nothing is live, which nobody could foresee: a branch would cost more.
        v128.store(there, v128.or(before, live));
        v128.store(there, v128.or(v128.load(there, 16), live), 16);
        mark(to, i32(v128.any_true(live)), at);
      }
    }
  }
  return next < words ? next : -1;
}

/** Adds up whom this block's worlds reach, and clears it away. */
export function count(): void {
  for (let at = 0; at < words; at++) {
    for (let bits = load<i32>(touched + 4 * at); bits != 0; bits &= bits - 1) {
      const place = (at << 5) + ctz(bits);
      const there = state + 32 * place;
      const reached = popcnt(load<i64>(there)) + popcnt(load<i64>(there, 8));
      store<i32>(hits + 4 * place, load<i32>(hits + 4 * place) + <i32>reached);
      v128.store(there, i32x4.splat(0));
    }
    store<i32>(touched + 4 * at, 0);
  }
}

/** Says whether a place has anything to pass on, while the word `at` of places is passing on. */
function mark(place: i32, any: i32, at: i32): void {
  const word = place >>> 5;
  const there = dirty + 4 * word;
  store<i32>(there, load<i32>(there) | (any << (place & 31)));
  if (any && word < at && word < next) next = word;
}

/** A place is reached in these worlds of one word of the block. */
function add(place: i32, lane: usize, live: i32, at: i32): void {
  const there = state + 32 * place + lane;
  const before = load<i32>(there);
  const fresh = live & ~before;
  store<i32>(there, before | live);
  store<i32>(there, load<i32>(there, 16) | fresh, 16);
  mark(place, i32(fresh != 0), at);
}

/** `liveByDigits` of `../src/keyed-draws.ts`, in four words; the next digits lie in four words, or in one for all. */
function draw(high: v128, low: v128, first: v128, rest: usize, inFour: bool, asked: v128): v128 {
  let next = i32x4.splat(0);
  let live = i32x4.splat(0);
  let isFirst = true;
  while (true) {
    const x = v128.xor(i32x4.mul(v128.xor(high, i32x4.shr_u(high, 16)), i32x4.splat(0x21f0aaad)), low);
    const h = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x735a2d97));
    const s = v128.xor(h, i32x4.shr_u(h, 15));
    const y = v128.xor(s, turned(s, 1));
    let ofP = i32x4.shr_s(first, 31);
    let other = v128.and(asked, v128.xor(v128.xor(s, turned(y, 3)), ofP));
    live = v128.or(live, v128.and(other, ofP));
    asked = v128.xor(asked, other);
    ofP = i32x4.shr_s(i32x4.shl(first, 1), 31);
    other = v128.and(asked, v128.xor(v128.xor(s, turned(y, 4)), ofP));
    live = v128.or(live, v128.and(other, ofP));
    asked = v128.xor(asked, other);
    ofP = i32x4.shr_s(i32x4.shl(first, 2), 31);
    other = v128.and(asked, v128.xor(v128.xor(s, turned(y, 10)), ofP));
    live = v128.or(live, v128.and(other, ofP));
    asked = v128.xor(asked, other);
    ofP = i32x4.shr_s(i32x4.shl(first, 3), 31);
    other = v128.and(asked, v128.xor(v128.xor(s, turned(y, 14)), ofP));
    live = v128.or(live, v128.and(other, ofP));
    asked = v128.xor(asked, other);
    ofP = i32x4.shr_s(i32x4.shl(first, 4), 31);
    other = v128.and(asked, v128.xor(v128.xor(s, turned(y, 27)), ofP));
    live = v128.or(live, v128.and(other, ofP));
    asked = v128.xor(asked, other);
    if (!v128.any_true(asked)) break;
    if (isFirst) next = inFour ? v128.load(rest) : v128.load32_splat(rest);
    const isSure = i32x4.eq(v128.and(first, next), i32x4.splat(-1));
    live = v128.or(live, v128.and(asked, isSure));
    first = v128.or(i32x4.shl(first, 5), i32x4.shr_u(next, 27));
    next = i32x4.shl(next, 5);
    const isOver = i32x4.eq(v128.or(first, next), i32x4.splat(0));
    asked = v128.andnot(asked, v128.or(isSure, isOver));
    if (!v128.any_true(asked)) break;
    high = x;
    isFirst = false;
  }
  return live;
}

function turned(word: v128, by: i32): v128 {
  return v128.or(i32x4.shl(word, by), i32x4.shr_u(word, 32 - by));
}
