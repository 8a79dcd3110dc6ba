/** A file of an npm package. */
export interface SourceFile {
  /** Path inside the package. */
  readonly path: string;
  readonly sha256: string;
  readonly byteLength: number;
}

/** An output of the converted network. */
export interface ModelOutput {
  readonly name: string;
  /** The output's name in the source. */
  readonly source: string;
  /** Places along the source's last axis that are kept, in this order; all where nothing is said. */
  readonly channels?: readonly number[];
  readonly shape: readonly number[];
  readonly meaning: string;
}

/** In what a network computes: real numbers throughout, or 8-bit integers where it bears them. */
export type Precision = 'float32' | 'int8';

/** Where a network comes from, what it may be used for, what goes in and what comes out. */
export interface ModelSpec {
  readonly title: string;
  readonly package: { readonly name: string; readonly version: string };
  readonly format: 'tflite' | 'tfjs';
  /** One `.tflite` file, or a TensorFlow.js model's JSON and weights, in this order. */
  readonly files: readonly SourceFile[];
  /** SPDX identifier of the weights' licence. */
  readonly licence: string;
  readonly author: string;
  readonly reference: string;
  /** One RGB picture, float32, [batch, row, column, channel]. */
  readonly input: {
    readonly name: string;
    readonly shape: readonly [1, number, number, 3];
    /** The values that stand for black and for full brightness. */
    readonly range: readonly [number, number];
  };
  readonly outputs: readonly ModelOutput[];
  /** For 8-bit integers: smallest and largest number of each value that is kept in them; absent where that is not offered. */
  readonly int8Ranges?: readonly number[];
  /** Names of the points, in the network's order. */
  readonly keypoints: readonly string[];
  /** What to choose this network for. */
  readonly goodFor: string;
}
