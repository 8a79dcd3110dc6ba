/**
 * Centres of the detector's anchors, x then y, as shares of the input's side, in the order of its outputs.
 *
 * Single-shot anchors with two a cell and level (Liu et al. 2016, in MediaPipe's fixed-size form): levels that share a
 * stride are interleaved cell by cell, so strides 8, 16, 32, 32, 32 of a 224 px input give 28² x 2 + 14² x 2 + 7² x 6 = 2254.
 */
export function anchorCentres(inputSidePx: number, strides: readonly number[]): Float64Array {
  const centres: number[] = [];
  for (let level = 0; level < strides.length; ) {
    const stride = strides[level];
    let perCell = 0;
    for (; level < strides.length && strides[level] === stride; level++) perCell += 2;
    const cells = Math.ceil(inputSidePx / stride);
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let i = 0; i < perCell; i++) centres.push((column + 0.5) / cells, (row + 0.5) / cells);
      }
    }
  }
  return Float64Array.from(centres);
}
