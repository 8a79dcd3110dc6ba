import { elementCount } from './graph-builder.ts';

/**
 * Reorders the axes of a row-major array: axis i of the result is axis `order[i]` of the source.
 *
 * @returns A new array of the same kind and the reordered shape.
 */
export function permute<T extends Float32Array | Int32Array>(
  source: T,
  shape: readonly number[],
  order: readonly number[],
): { data: T; shape: number[] } {
  const steps = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
  const resultShape = order.map((axis) => shape[axis]);
  const resultSteps = order.map((axis) => steps[axis]);
  const data = source.slice() as T;
  const place = new Array<number>(shape.length).fill(0);
  let from = 0;
  for (let to = 0; to < data.length; to++) {
    data[to] = source[from];
    for (let axis = place.length - 1; axis >= 0; axis--) {
      from += resultSteps[axis];
      if (++place[axis] < resultShape[axis]) break;
      from -= resultSteps[axis] * resultShape[axis];
      place[axis] = 0;
    }
  }
  return { data, shape: resultShape };
}
