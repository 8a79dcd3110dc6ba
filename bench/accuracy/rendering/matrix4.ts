/** 16 numbers, column after column. */
export type Matrix = number[];

export function multiply(a: Matrix, b: Matrix): Matrix {
  const product = new Array<number>(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += a[4 * k + row] * b[4 * column + k];
      product[4 * column + row] = sum;
    }
  }
  return product;
}

export const positionOf = (m: Matrix): readonly [number, number, number] => [m[12], m[13], m[14]];

/** Of a translation, a unit quaternion (x, y, z, w) and a scale. */
export function ofParts(
  t: readonly number[],
  [x, y, z, w]: readonly number[],
  [sx, sy, sz]: readonly number[],
): Matrix {
  return [
    (1 - 2 * (y * y + z * z)) * sx,
    2 * (x * y + z * w) * sx,
    2 * (x * z - y * w) * sx,
    0,
    2 * (x * y - z * w) * sy,
    (1 - 2 * (x * x + z * z)) * sy,
    2 * (y * z + x * w) * sy,
    0,
    2 * (x * z + y * w) * sz,
    2 * (y * z - x * w) * sz,
    (1 - 2 * (x * x + y * y)) * sz,
    0,
    t[0],
    t[1],
    t[2],
    1,
  ];
}

export const rotationX = (angle: number): Matrix => turn(angle, 1, 2);
export const rotationY = (angle: number): Matrix => turn(angle, 2, 0);
export const rotationZ = (angle: number): Matrix => turn(angle, 0, 1);

/** Turns the first axis towards the second. */
function turn(angle: number, first: number, second: number): Matrix {
  const m = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  m[5 * first] = Math.cos(angle);
  m[5 * second] = Math.cos(angle);
  m[4 * first + second] = Math.sin(angle);
  m[4 * second + first] = -Math.sin(angle);
  return m;
}

/** Of a matrix that turns, scales and moves. */
export function inverse(m: Matrix): Matrix {
  const [a, b, c, d, e, f, g, h, i] = [m[0], m[4], m[8], m[1], m[5], m[9], m[2], m[6], m[10]];
  const [A, B, C] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const det = a * A + b * B + c * C;
  const r = [A, B, C, c * h - b * i, a * i - c * g, b * g - a * h, b * f - c * e, c * d - a * f, a * e - b * d].map(
    (value) => value / det,
  );
  const [x, y, z] = positionOf(m);
  // r holds columns of the inverse's upper left block.
  const at = (row: number): number => -(r[row] * x + r[3 + row] * y + r[6 + row] * z);
  return [r[0], r[1], r[2], 0, r[3], r[4], r[5], 0, r[6], r[7], r[8], 0, at(0), at(1), at(2), 1];
}
