const accumulators = 12;
/** How often the accumulators are gone through before the loop's counter is looked at. */
const unrolled = 4;
const lanes = 4;

/** Floating point operations of one turn of the kernel's loop: a multiplication and an addition in every lane. */
export const flopsPerTurn = 2 * lanes * accumulators * unrolled;

/**
 * A WebAssembly module that does nothing but fused multiply-adds of four lanes on independent registers, `f32x4.relaxed_madd`, as many
 * at once as hide their latency. It exports `run(turns: i32): f32`.
 */
export function fmaKernel(): Uint8Array<ArrayBuffer> {
  const [i32, f32, v128] = [0x7f, 0x7d, 0x7b];
  const [get, set, tee] = [0x20, 0x21, 0x22];
  const accumulator = (index: number): number => 1 + index;
  const [a, b] = [1 + accumulators, 2 + accumulators];
  const splat = (value: number): number[] => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), 0xfd, 0x13];
  const each = (code: (local: number) => number[]): number[] =>
    Array.from({ length: accumulators }, (_, index) => code(accumulator(index))).flat();
  const multiplyAdd = (local: number): number[] => [get, a, get, b, get, local, 0xfd, 0x85, 0x02, set, local];
  const body = [
    ...[...splat(0.999), set, a, ...splat(1e-6), set, b],
    ...each((local) => [...splat(local), set, local]),
    ...[0x03, 0x40],
    ...Array.from({ length: unrolled }, () => each(multiplyAdd)).flat(),
    ...[get, 0, 0x41, 1, 0x6b, tee, 0, 0x0d, 0, 0x0b],
    ...splat(0),
    ...each((local) => [get, local, 0xfd, 0xe4, 0x01]),
    ...[0xfd, 0x1f, 0, 0x0b],
  ];
  const code = [1, accumulators + 2, v128, ...body];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, i32, 1, f32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, ...new TextEncoder().encode('run'), 0, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
}

const section = (id: number, bytes: readonly number[]): number[] => [id, ...leb(bytes.length), ...bytes];

/** LEB128, as WebAssembly writes lengths. */
function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}
