/**
 * Solves A x = b for a symmetric positive definite matrix, by Cholesky's method.
 *
 * @param matrix Row-major, size * size; left unchanged.
 * @returns One solution per right-hand side, or null when the matrix is singular to working precision.
 */
export function solvePositiveDefinite(
  matrix: Float64Array,
  size: number,
  rightHandSides: readonly Float64Array[],
): Float64Array[] | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let k = 0; k < column; k++) {
        sum -= factor[row * size + k] * factor[column * size + k];
      }
      if (row !== column) factor[row * size + column] = sum / factor[column * size + column];
      else if (sum > 1e-12 * matrix[row * size + row]) factor[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return rightHandSides.map((rightHandSide) => backSubstitute(factor, size, rightHandSide));
}

function backSubstitute(factor: Float64Array, size: number, rightHandSide: Float64Array): Float64Array {
  const x = rightHandSide.slice();
  for (let row = 0; row < size; row++) {
    let sum = x[row];
    for (let k = 0; k < row; k++) sum -= factor[row * size + k] * x[k];
    x[row] = sum / factor[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row];
    for (let k = row + 1; k < size; k++) sum -= factor[k * size + row] * x[k];
    x[row] = sum / factor[row * size + row];
  }
  return x;
}
