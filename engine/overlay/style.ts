import type { Figure } from './figure.ts';

/** Widths and sizes of everything drawn on the picture, in pixels of the output. */
export interface Style {
  /** One unit: 1 at a picture whose short side is 720 pixels. */
  readonly unitPx: number;
  /** The figure's lines scale with the runner. */
  readonly limbPx: number;
  readonly haloPx: number;
  readonly jointPx: number;
  /** Height of a line of the numbers beside the runner, where there is room for it. */
  readonly labelTextPx: number;
  readonly arcPx: number;
}

/** Share of the picture's width: 10 pixels and more on a phone of 360, wide pictures being the harder ones. */
const labelShare = { upright: 0.032, wide: 0.0285 };

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

export function styleOf(figure: Figure): Style {
  const { widthPx, heightPx } = figure.size;
  const unitPx = Math.min(widthPx, heightPx) / 720;
  const limbPx = clamp(0.0105 * figure.heightPx, 2.5 * unitPx, 8 * unitPx);
  return {
    unitPx,
    limbPx,
    haloPx: Math.max(1, 0.3 * limbPx),
    jointPx: 0.85 * limbPx,
    labelTextPx: widthPx * (widthPx > heightPx ? labelShare.wide : labelShare.upright),
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
  plates: 6,
  labels: 7,
  panel: 8,
  panelTop: 9,
};
