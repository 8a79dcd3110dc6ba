import type { Margins } from './graph.ts';

/** How a sliding window treats the border: `same` keeps ceil(size / stride) places, `valid` stays inside. */
export type Padding = 'same' | 'valid';

/** A sliding window over rows and columns. */
export interface Window {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly padding: Padding;
}

/**
 * Zeros that TensorFlow puts around a picture, and the places the window then takes.
 * Under `same` an odd number of zeros puts the extra one below and to the right, unlike most other frameworks.
 *
 * @param picture Rows and columns.
 */
export function slideWindow(
  picture: readonly [number, number],
  window: Window,
): { margins: Margins; places: number[] } {
  const axes = picture.map((size, axis) => {
    const stride = window.strides[axis];
    const extent = (window.size[axis] - 1) * window.dilations[axis] + 1;
    if (window.padding === 'valid') return { before: 0, after: 0, places: Math.floor((size - extent) / stride) + 1 };
    const places = Math.ceil(size / stride);
    const zeros = Math.max((places - 1) * stride + extent - size, 0);
    return { before: zeros >> 1, after: zeros - (zeros >> 1), places };
  });
  const [rows, columns] = axes;
  return {
    margins: { top: rows.before, left: columns.before, bottom: rows.after, right: columns.after },
    places: [rows.places, columns.places],
  };
}
