import { convAttributes } from './conv-attributes.ts';
import type { ConvOp, GraphOp, Value } from './graph.ts';
import { type Int8Plan, picturesOf } from './int8-plan.ts';
import { numbersOf } from './links.ts';
import type { OnnxFile } from './onnx-file.ts';
import type { ValueNames } from './value-names.ts';

const highestByte = 255;
const highestWeight = 127;
const highestInt32 = 2 ** 31 - 1;

/**
 * Writes operators that are computed in 8-bit integers, in the form from which ONNX Runtime makes them: between a value's turn
 * into integers (`QuantizeLinear`) and its turn back. Pictures have one scale, filters one for each output channel (Krishnamoorthi 2018).
 */
export class Int8Writer {
  readonly #file: OnnxFile;
  readonly #names: ValueNames;
  readonly #plan: Int8Plan;
  /** Names of the values as they are after the turn into integers and back, and of their scales. */
  readonly #turned = new Map<Value, { readonly name: string; readonly scale: number }>();

  constructor(file: OnnxFile, names: ValueNames, plan: Int8Plan) {
    this.#file = file;
    this.#names = names;
    this.#plan = plan;
  }

  /** Writes an operator if it is to be computed in integers. @returns whether it is, or is part of one that was. */
  write(op: GraphOp): boolean {
    const result = this.#plan.results.get(op);
    // A limit is kept by the range of the integers.
    if (result === undefined) return op.kind === 'unary' && this.#turned.has(op.outputs[0]);
    const inputs = picturesOf(op).map((picture) => this.#read(picture));
    const exact = this.#names.fresh();
    const names = inputs.map(({ name }) => name);
    if (op.kind === 'conv') {
      const weights = this.#weights(op, inputs[0].scale);
      this.#file.node('Conv', [...names, ...weights], [exact], convAttributes(op));
    } else {
      this.#file.node('Add', names, [exact]);
    }
    this.#turn(result, exact, this.#names.create(result, 'channelsFirst'));
    return true;
  }

  #read(picture: Value) {
    const name = () => this.#names.read(picture, 'channelsFirst');
    return this.#turned.get(picture) ?? this.#turn(picture, name(), this.#names.fresh());
  }

  /** Turns a value into integers and back under the name `to`. */
  #turn(value: Value, from: string, to: string) {
    const [low, high] = this.#plan.ranges.get(value) ?? [0, 0];
    const scale = Math.fround((high - low) / highestByte);
    const zero = Math.round(-low / scale);
    const parts = [this.#scale([], [scale]), this.#integers([], Uint8Array.of(zero))];
    const integers = this.#names.fresh();
    this.#file.node('QuantizeLinear', [from, ...parts], [integers]);
    this.#file.node('DequantizeLinear', [integers, ...parts], [to]);
    const turned = { name: to, scale };
    this.#turned.set(value, turned);
    return turned;
  }

  #weights({ inputs: [, filter, bias] }: ConvOp, pictureScale: number): string[] {
    const [channels] = filter.shape;
    const weights = numbersOf(filter);
    const perChannel = weights.length / channels;
    const scales: number[] = [];
    const rounded = new Int8Array(weights.length);
    for (let start = 0; start < weights.length; start += perChannel) {
      let largest = Number.EPSILON;
      for (let i = start; i < start + perChannel; i++) largest = Math.max(largest, Math.abs(weights[i]));
      const scale = Math.fround(largest / highestWeight);
      for (let i = start; i < start + perChannel; i++) rounded[i] = Math.round(weights[i] / scale);
      scales.push(scale);
    }
    const biasScales = scales.map((scale) => Math.fround(scale * pictureScale));
    const biases = bias === undefined ? new Float32Array(channels) : numbersOf(bias);
    const roundedBias = Int32Array.from(biases, (number, channel) =>
      Math.max(-highestInt32, Math.min(highestInt32, Math.round(number / biasScales[channel]))),
    );
    return [this.#dequantised(filter.shape, rounded, scales), this.#dequantised([channels], roundedBias, biasScales)];
  }

  #dequantised(shape: readonly number[], integers: Int8Array | Int32Array, scales: readonly number[]): string {
    const channels = [scales.length];
    const zeros = integers instanceof Int8Array ? new Int8Array(scales.length) : new Int32Array(scales.length);
    const inputs = [this.#integers(shape, integers), this.#scale(channels, scales), this.#integers(channels, zeros)];
    const name = this.#names.fresh();
    this.#file.node('DequantizeLinear', inputs, [name], { axis: { integer: 0 } });
    return name;
  }

  #scale(shape: readonly number[], scales: readonly number[]): string {
    const name = this.#names.fresh();
    this.#file.constant(name, shape, Float32Array.from(scales));
    return name;
  }

  #integers(shape: readonly number[], integers: Uint8Array | Int8Array | Int32Array): string {
    const name = this.#names.fresh();
    this.#file.integers(name, shape, integers);
    return name;
  }
}
