import type { Figure } from './figure.ts';

/** Widths and sizes of everything drawn, in pixels of the output. */
export interface Style {
  /** One unit: 1 at a picture whose short side is 720 pixels. Panels scale with the picture. */
  readonly unitPx: number;
  /** The figure's lines scale with the runner. */
  readonly limbPx: number;
  readonly haloPx: number;
  readonly jointPx: number;
  readonly angleTextPx: number;
  readonly arcPx: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export function styleOf(figure: Figure): Style {
  const unitPx = Math.min(figure.size.widthPx, figure.size.heightPx) / 720;
  const limbPx = clamp(0.0105 * figure.heightPx, 2.5 * unitPx, 8 * unitPx);
  return {
    unitPx,
    limbPx,
    haloPx: Math.max(1, 0.3 * limbPx),
    jointPx: 0.85 * limbPx,
    angleTextPx: clamp(0.034 * figure.heightPx, 15 * unitPx, 25 * unitPx),
    arcPx: 4.6 * limbPx,
  };
}

/** Drawing order: a higher layer lies above a lower one. */
export const layers = {
  contacts: 0,
  far: 1,
  trunk: 2,
  near: 3,
  joints: 4,
  angles: 5,
  labels: 6,
  panel: 7,
  panelTop: 8,
};
