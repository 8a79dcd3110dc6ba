import { type Code, f32x4, i16x8, i32, i32x4, pickWords, repeat, v128 } from './wasm-code.ts';
import { type Local, WasmFunction } from './wasm-module.ts';

/** The weight of a left and a right neighbour together, as the kernel counts. */
export const wholeWeight = 1 << 14;

/**
 * Indices of the numbers of 32 bits at the start of the memory from which the kernel works. Singles are exact enough for places
 * that count from a pixel near by, so each row has an origin of its own.
 */
export const numbers = {
  /** Of four numbers each for luma and chroma, across and down: … */
  lumaX: 0,
  lumaY: 4,
  chromaX: 8,
  chromaY: 12,
  /** … the place of column 0, the step to the next column, the least and the most place that lies in the plane. */
  start: 0,
  step: 1,
  least: 2,
  most: 3,
  /** Integers: addresses of the origin in the three planes, bytes in a row of luma and of chroma. */
  origins: 16,
  lumaStride: 19,
  chromaStride: 20,
  /** Three rows of four, one a channel; the first three of each already divided by `wholeWeight`. */
  factors: 21,
  /** Bounds of each channel. */
  leastColour: 33,
  mostColour: 36,
  count: 40,
} as const;

const splat = (index: number): Code => v128.load32Splat(i32.const(0), 4 * index);
const integer = (index: number): Code => i32.load(i32.const(0), 4 * index);

/** Four pixels' places among the bytes of a plane: offset of the left upper neighbour, and the weights of the four. */
interface Places {
  readonly offset: Local;
  readonly across: Local;
  readonly down: Local;
}

/**
 * The code of `sample(column, to, end)`, which fills the tensor from address `to`, of pixel `column`, up to at least `end`, four
 * pixels at a time. Pixels outside a plane get what its edge has. A byte and a row beyond the end of a plane are read, and weigh
 * nothing.
 */
export function sampleKernel(layout: 'nhwc' | 'nchw', channelBytes: number) {
  const head = new WasmFunction('sample');
  const column = head.parameter('f32');
  const [to, end] = [head.parameter('i32'), head.parameter('i32')];
  const vector = () => head.variable('v128');
  const luma: Places = { offset: vector(), across: vector(), down: vector() };
  const chroma: Places = { offset: vector(), across: vector(), down: vector() };
  const [columns, placeX, placeY, left, top, taps] = [vector(), vector(), vector(), vector(), vector(), vector()];
  const samples = [vector(), vector(), vector()];
  const channels = [vector(), vector(), vector()];
  const address = head.variable('i32');

  const along = (axis: number): Code => {
    const place = f32x4.add(splat(axis + numbers.start), f32x4.multiply(columns.get, splat(axis + numbers.step)));
    // In this order a place that is not a number becomes the least one.
    return f32x4.least(splat(axis + numbers.most), f32x4.most(splat(axis + numbers.least), place));
  };
  const place = (places: Places, axisX: number, axisY: number, stride: number): Code => [
    ...placeX.set(along(axisX)),
    ...placeY.set(along(axisY)),
    ...left.set(f32x4.floor(placeX.get)),
    ...top.set(f32x4.floor(placeY.get)),
    ...places.offset.set(i32x4.add(i32x4.truncate(left.get), i32x4.multiply(i32x4.truncate(top.get), splat(stride)))),
    ...places.down.set(f32x4.sub(placeY.get, top.get)),
    ...left.set(
      i32x4.truncate(
        f32x4.add(f32x4.multiply(f32x4.sub(placeX.get, left.get), f32x4.all(wholeWeight)), f32x4.all(0.5)),
      ),
    ),
    // The right neighbour's weight in the upper half of each word, the left one's in the lower.
    ...places.across.set(
      i32x4.add(i32x4.sub(i32x4.shiftLeft(left.get, i32.const(16)), left.get), i32x4.splat(i32.const(wholeWeight))),
    ),
  ];
  const samplePlane = (sample: Local, plane: number, places: Places, stride: number): Code => [
    ...taps.set(v128.zero),
    ...[0, 1, 2, 3].flatMap((pixel) => [
      ...address.set(i32.add(integer(numbers.origins + plane), i32x4.extract(places.offset.get, pixel))),
      ...taps.set(v128.load16Lane(address.get, taps.get, pixel)),
      ...address.set(i32.add(address.get, integer(stride))),
      ...taps.set(v128.load16Lane(address.get, taps.get, 4 + pixel)),
    ]),
    ...sample.set(f32x4.convert(i32x4.dot(i16x8.extendLow(taps.get), places.across.get))),
    ...taps.set(f32x4.convert(i32x4.dot(i16x8.extendHigh(taps.get), places.across.get))),
    ...sample.set(f32x4.add(sample.get, f32x4.multiply(f32x4.sub(taps.get, sample.get), places.down.get))),
  ];
  const colour = (channel: number): Code => {
    const factor = (k: number) => splat(numbers.factors + 4 * channel + k);
    const sum = samples.reduce((rest, sample, k) => f32x4.add(rest, f32x4.multiply(sample.get, factor(k))), factor(3));
    const bounded = f32x4.least(
      f32x4.most(sum, splat(numbers.leastColour + channel)),
      splat(numbers.mostColour + channel),
    );
    return channels[channel].set(bounded);
  };
  const [r, g, b] = channels.map(({ get }) => get);
  const interleave: Code = [
    // r0 g0 b0 r1, g1 b1 r2 g2, b2 r3 g3 b3, by way of r0 g0 r1 g1, b0 b1 b2 b3, r2 g2 r3 g3
    ...taps.set(pickWords(r, g, [0, 4, 1, 5])),
    ...left.set(pickWords(r, g, [2, 6, 3, 7])),
    ...v128.store(to.get, pickWords(taps.get, b, [0, 1, 4, 2])),
    ...v128.store(to.get, pickWords(pickWords(taps.get, b, [3, 5, 3, 5]), left.get, [0, 1, 4, 5]), 16),
    ...v128.store(to.get, pickWords(left.get, b, [6, 2, 3, 7]), 32),
  ];
  const separate = channels.flatMap(({ get }, channel) => v128.store(to.get, get, channel * channelBytes));
  const step: Code = [
    ...place(luma, numbers.lumaX, numbers.lumaY, numbers.lumaStride),
    ...place(chroma, numbers.chromaX, numbers.chromaY, numbers.chromaStride),
    ...samplePlane(samples[0], 0, luma, numbers.lumaStride),
    ...samplePlane(samples[1], 1, chroma, numbers.chromaStride),
    ...samplePlane(samples[2], 2, chroma, numbers.chromaStride),
    ...[0, 1, 2].flatMap(colour),
    ...(layout === 'nhwc' ? interleave : separate),
    ...columns.set(f32x4.add(columns.get, f32x4.all(4))),
    ...to.set(i32.add(to.get, i32.const(layout === 'nhwc' ? 48 : 16))),
  ];
  const body: Code = [
    ...columns.set(f32x4.add(f32x4.splat(column.get), f32x4.const([0, 1, 2, 3]))),
    ...repeat(step, i32.lessThan(to.get, end.get)),
  ];
  return { head, body };
}
