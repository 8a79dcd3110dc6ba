/** How one level of a sparse tensor is stored: all `size` positions, or the `indices` between `segments`. */
export type SparseDimension =
  | { readonly format: 'dense'; readonly size: number }
  | { readonly format: 'csr'; readonly segments: readonly number[]; readonly indices: readonly number[] };

/** The sparsity parameters of a TensorFlow Lite tensor. */
export interface Sparsity {
  /** Order in which the levels are walked: the tensor's axes first, then one number (rank, rank + 1, …) per block axis. */
  readonly traversalOrder: readonly number[];
  /** For each block axis, the tensor axis that it divides. */
  readonly blockMap: readonly number[];
  /** One entry per level, in the order of the traversal. For a block axis `size` is the block's extent. */
  readonly dimensions: readonly SparseDimension[];
}

/**
 * Spreads the stored values of a sparse tensor over its dense shape, zeros elsewhere (row-major).
 *
 * Format: TensorFlow Lite's hybrid of dense and compressed-sparse-row levels, after Kjolstad et al. (2017),
 * "The Tensor Algebra Compiler".
 *
 * @param values The stored values, in the order of the traversal.
 * @param shape The dense shape.
 * @throws RangeError if the levels name more or fewer values than are stored, or a place outside the shape.
 */
export function densify(values: Float32Array, shape: readonly number[], sparsity: Sparsity): Float32Array {
  const { traversalOrder, blockMap, dimensions } = sparsity;
  const rank = shape.length;
  const blockSize = new Array<number>(rank).fill(1);
  traversalOrder.forEach((axis, level) => {
    const dimension = dimensions[level];
    if (axis >= rank && dimension.format === 'dense') blockSize[blockMap[axis - rank]] = dimension.size;
  });
  const dense = new Float32Array(shape.reduce((product, size) => product * size, 1));
  const place = new Array<number>(traversalOrder.length).fill(0);
  let used = 0;

  const store = (): void => {
    let index = 0;
    for (let axis = 0; axis < rank; axis++) {
      let coordinate = place[axis];
      blockMap.forEach((blocked, block) => {
        if (blocked === axis) coordinate = coordinate * blockSize[axis] + place[rank + block];
      });
      if (coordinate >= shape[axis]) throw new RangeError('a sparse value lies outside its tensor');
      index = index * shape[axis] + coordinate;
    }
    dense[index] = values[used++];
  };

  const walk = (level: number, parent: number): void => {
    if (level === traversalOrder.length) {
      store();
      return;
    }
    const dimension = dimensions[level];
    const axis = traversalOrder[level];
    if (dimension.format === 'dense') {
      for (let position = 0; position < dimension.size; position++) {
        place[axis] = position;
        walk(level + 1, parent * dimension.size + position);
      }
      return;
    }
    for (let entry = dimension.segments[parent]; entry < dimension.segments[parent + 1]; entry++) {
      place[axis] = dimension.indices[entry];
      walk(level + 1, entry);
    }
  };

  walk(0, 0);
  if (used !== values.length) throw new RangeError(`a sparse tensor stores ${values.length} values but places ${used}`);
  return dense;
}
