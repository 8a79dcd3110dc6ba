import type { SizePx } from '../../video/video.ts';
import { halveKernel } from './halve-kernel.ts';
import { numbers, sampleKernel } from './sample-kernel.ts';
import { encodeModule } from './wasm-module.ts';

/** WebAssembly as far as it is used here; TypeScript declares it for browsers only. */
interface WebAssemblyApi {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: unknown) => { readonly exports: unknown };
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface KernelFunctions {
  readonly sample: (column: number, to: number, end: number) => void;
  readonly halve: (upper: number, lower: number, to: number, end: number) => void;
}

const pageBytes = 65536;

/** The inner loops of the warp, as WebAssembly with 128-bit vectors, and the memory they work in. */
export class Kernel implements KernelFunctions {
  readonly sample: KernelFunctions['sample'];
  readonly halve: KernelFunctions['halve'];
  /** Address of the tensor. */
  readonly tensorAt = numbers.count * 4;
  /** From here on the memory is free, as far as it has been reserved. */
  readonly freeAt: number;
  /** Views of the memory: all of it, its `numbers`, its tensor. `reserve` changes them. */
  bytes = new Uint8Array(0);
  floats = new Float32Array(0);
  integers = new Int32Array(0);
  tensor = new Float32Array(0);
  readonly #memory: WasmMemory;
  readonly #tensorLength: number;
  /** The tensor's columns and rows. */
  readonly widthPx: number;
  readonly heightPx: number;

  constructor(layout: 'nhwc' | 'nchw', { widthPx, heightPx }: SizePx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
    this.#tensorLength = 3 * widthPx * heightPx;
    this.freeAt = (this.tensorAt + 4 * this.#tensorLength + 15) & ~15;
    this.#memory = new Memory({ initial: Math.ceil(this.freeAt / pageBytes) });
    const module = new Module(encodeModule([sampleKernel(layout, 4 * widthPx * heightPx), halveKernel()]));
    const { exports } = new Instance(module, { own: { memory: this.#memory } });
    const { sample, halve } = exports as KernelFunctions;
    this.sample = sample;
    this.halve = halve;
    this.#view();
  }

  /** Sees to it that so many bytes lie after `freeAt`. */
  reserve(bytes: number): void {
    const missing = this.freeAt + bytes - this.#memory.buffer.byteLength;
    if (missing <= 0) return;
    this.#memory.grow(Math.ceil(missing / pageBytes));
    this.#view();
  }

  #view(): void {
    const { buffer } = this.#memory;
    this.bytes = new Uint8Array(buffer);
    this.floats = new Float32Array(buffer, 0, numbers.count);
    this.integers = new Int32Array(buffer, 0, numbers.count);
    this.tensor = new Float32Array(buffer, this.tensorAt, this.#tensorLength);
  }
}
