/** A piece of WebAssembly code; what it leaves on the stack is its value. */
export type Code = readonly number[];

/** Opcodes of the WebAssembly core specification 2.0, section 5.4; vector opcodes follow the byte 0xfd. */
const vectorPrefix = 0xfd;

/** Little-endian base 128, unsigned. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

/** Little-endian base 128, signed. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const scalar2 =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, opcode];
const vector = (opcode: number): number[] => [vectorPrefix, ...unsigned(opcode)];
const vector1 =
  (opcode: number) =>
  (a: Code): Code => [...a, ...vector(opcode)];
const vector2 =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, ...vector(opcode)];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: scalar2(0x6a),
  lessThan: scalar2(0x48),
  load: (address: Code, offset: number): Code => [...address, 0x28, 0, ...unsigned(offset)],
};

export const v128 = {
  /** The sixteen bytes at an address plus `offset`. */
  load: (address: Code, offset = 0): Code => [...address, ...vector(0), 0, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    ...vector(11),
    0,
    ...unsigned(offset),
  ],
  /** The four bytes at an address plus `offset`, four times. */
  load32Splat: (address: Code, offset: number): Code => [...address, ...vector(9), 0, ...unsigned(offset)],
  /** `value` with the two bytes at an address in one of its eight lanes. */
  load16Lane: (address: Code, value: Code, lane: number): Code => [...address, ...value, ...vector(85), 0, 0, lane],
  zero: [...vector(12), ...new Array(16).fill(0)] as Code,
};

/** Four words picked out of the eight of `a` (0 to 3) and `b` (4 to 7). */
export function pickWords(a: Code, b: Code, words: readonly [number, number, number, number]): Code {
  return [...a, ...b, ...vector(13), ...words.flatMap((word) => [0, 1, 2, 3].map((byte) => 4 * word + byte))];
}

export const i16x8 = {
  splat: vector1(16),
  add: vector2(142),
  shiftRight: vector2(141),
  /** Sums of bytes that lie side by side. */
  addPairs: vector1(125),
  extendLow: vector1(137),
  extendHigh: vector1(138),
  /** Sixteen bytes from two times eight numbers, saturating. */
  narrow: vector2(102),
};

export const i32x4 = {
  splat: vector1(17),
  extract: (a: Code, lane: number): Code => [...a, ...vector(27), lane],
  add: vector2(174),
  sub: vector2(177),
  multiply: vector2(181),
  shiftLeft: vector2(171),
  /** Sums of the products of two neighbours. */
  dot: vector2(186),
  truncate: vector1(248),
};

const fourFloats = (values: readonly [number, number, number, number]): Code => [
  ...vector(12),
  ...new Uint8Array(Float32Array.from(values).buffer),
];

export const f32x4 = {
  const: fourFloats,
  all: (value: number): Code => fourFloats([value, value, value, value]),
  splat: vector1(19),
  floor: vector1(104),
  add: vector2(228),
  sub: vector2(229),
  multiply: vector2(230),
  /** The smaller, or `a` where one is not a number; one instruction on most processors, unlike `min`. */
  least: vector2(234),
  most: vector2(235),
  convert: vector1(250),
};

/** Repeats `body` while `again` is not 0, at least once. */
export function repeat(body: Code, again: Code): Code {
  return [0x03, 0x40, ...body, ...again, 0x0d, 0, 0x0b];
}
