import { type Code, i16x8, i32, repeat, v128 } from './wasm-code.ts';
import { WasmFunction } from './wasm-module.ts';

/**
 * `halve(upper, lower, to, end)`: one row of half as many bytes, each the rounded mean of two bytes of the row at `upper` and the two
 * below them at `lower`; sixteen at a time, from `to` up to at least `end`.
 */
export function halveKernel(): { readonly head: WasmFunction; readonly body: Code } {
  const head = new WasmFunction('halve');
  const upper = head.parameter('i32');
  const lower = head.parameter('i32');
  const to = head.parameter('i32');
  const end = head.parameter('i32');
  const eight = (offset: number): Code => {
    const sums = i16x8.add(i16x8.addPairs(v128.load(upper.get, offset)), i16x8.addPairs(v128.load(lower.get, offset)));
    return i16x8.shiftRight(i16x8.add(sums, i16x8.splat(i32.const(2))), i32.const(2));
  };
  const step = [
    ...v128.store(to.get, i16x8.narrow(eight(0), eight(16))),
    ...upper.set(i32.add(upper.get, i32.const(32))),
    ...lower.set(i32.add(lower.get, i32.const(32))),
    ...to.set(i32.add(to.get, i32.const(16))),
  ];
  return { head, body: repeat(step, i32.lessThan(to.get, end.get)) };
}
