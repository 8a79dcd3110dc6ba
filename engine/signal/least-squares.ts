import { backwardInPlace, factorInPlace, forwardInPlace } from './cholesky.ts';

/**
 * Solves A x = b for a symmetric positive definite matrix.
 *
 * @param matrix Row-major, size * size; left unchanged.
 * @returns One solution per right-hand side, or null when the matrix is singular to working precision.
 */
export function solvePositiveDefinite(
  matrix: Float64Array,
  size: number,
  rightHandSides: readonly Float64Array[],
): Float64Array[] | null {
  const factor = matrix.slice();
  if (!factorInPlace(factor, size)) return null;
  return rightHandSides.map((rightHandSide) => {
    const x = rightHandSide.slice();
    forwardInPlace(factor, size, x, 0);
    backwardInPlace(factor, size, x);
    return x;
  });
}
