/**
 * Factors a symmetric positive definite matrix, in place, into its lower triangle L with A = L L' (Cholesky's method).
 *
 * @param matrix Row-major, at least size * size long; only the lower triangle is read.
 * @returns False when the matrix is singular to working precision.
 */
export function factorInPlace(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row++) {
    const start = row * size;
    const diagonal = matrix[start + row];
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let sum = matrix[start + column];
      for (let k = 0; k < column; k++) sum -= matrix[start + k] * matrix[other + k];
      if (row !== column) matrix[start + column] = sum / matrix[other + column];
      else if (sum > 1e-12 * diagonal) matrix[start + row] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/**
 * Solves L z = b in place. z'z is b' A^-1 b, and its first k terms are those of the leading k rows alone.
 *
 * @param b Holds the right-hand side from index `at` on.
 */
export function forwardInPlace(factor: Float64Array, size: number, b: Float64Array, at: number): void {
  for (let row = 0; row < size; row++) {
    let sum = b[at + row];
    for (let k = 0; k < row; k++) sum -= factor[row * size + k] * b[at + k];
    b[at + row] = sum / factor[row * size + row];
  }
}

/** Solves L' x = z in place. */
export function backwardInPlace(factor: Float64Array, size: number, z: Float64Array): void {
  for (let row = size - 1; row >= 0; row--) {
    let sum = z[row];
    for (let k = row + 1; k < size; k++) sum -= factor[k * size + row] * z[k];
    z[row] = sum / factor[row * size + row];
  }
}
