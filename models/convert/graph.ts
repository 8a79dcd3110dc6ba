/** Element types of the graph. Integers are index arithmetic. */
export type ElementType = 'float32' | 'int32';

/** A tensor of the graph. Pictures are [batch, row, column, channel], as TensorFlow stores them. */
export interface Value {
  readonly shape: readonly number[];
  readonly type: ElementType;
  /** The numbers of a constant, row-major; absent for a value that is computed. */
  readonly data?: Float32Array | Int32Array;
}

/** Zeros around a picture: rows above and below, columns left and right. */
export interface Margins {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface Op {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

/** Filter [output channels, input channels per group, rows, columns] and bias [output channels] are constant inputs 1, 2. */
export interface ConvOp extends Op {
  readonly kind: 'conv';
  readonly groups: number;
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly margins: Margins;
}

export interface MaxPoolOp extends Op {
  readonly kind: 'maxPool';
  readonly window: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly margins: Margins;
}

/** Zeros added before and after along every axis. */
export interface PadOp extends Op {
  readonly kind: 'pad';
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Bilinear resampling to the output's rows and columns. */
export interface ResizeOp extends Op {
  readonly kind: 'resize';
  readonly sampling: 'asymmetric' | 'half_pixel' | 'align_corners';
}

/** TensorFlow's order: the block position is the slow part of the channel. */
export interface DepthToSpaceOp extends Op {
  readonly kind: 'depthToSpace';
  readonly blockSize: number;
}

export interface BinaryOp extends Op {
  readonly kind: 'binary';
  readonly operator: 'Add' | 'Sub' | 'Mul' | 'Div';
}

export interface UnaryOp extends Op {
  readonly kind: 'unary';
  readonly operator: 'Sigmoid' | 'Sqrt' | 'Relu' | 'Relu6';
}

/** One axis cut into equal parts (`split`), joined (`concat`) or searched for its largest element (`argMax`). */
export interface AxisOp extends Op {
  readonly kind: 'split' | 'concat' | 'argMax';
  readonly axis: number;
}

/** `gatherNd` takes the data and the indices, the last axis of which holds coordinates of the data's first axes. */
export interface PlainOp extends Op {
  readonly kind: 'reshape' | 'cast' | 'gatherNd';
}

export type GraphOp = ConvOp | MaxPoolOp | PadOp | ResizeOp | DepthToSpaceOp | BinaryOp | UnaryOp | AxisOp | PlainOp;

/** A network between its source format and ONNX: operators in an order in which every input is known. */
export interface Graph {
  readonly input: Value;
  readonly ops: readonly GraphOp[];
  /** By the name that the converted model gives them. */
  readonly outputs: ReadonlyMap<string, Value>;
}
