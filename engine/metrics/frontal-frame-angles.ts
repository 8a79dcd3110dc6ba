import type { AngleSeries } from './angle-series.ts';
import type { BackClip } from './back-clip.ts';
import type { BySide } from './back-view-metrics.ts';
import { bySide } from './by-side.ts';
import { hipAdductionSeries } from './hip-adduction.ts';
import { kneeAdductionSeries } from './knee-adduction.ts';
import { pelvicDropSeries } from './pelvic-drop.ts';

/** Angles of the frontal plane in each frame, degrees, each side as if it stood; NaN where a point is missing. */
export interface FrontalFrameAngles {
  readonly pelvicDrop: BySide<AngleSeries>;
  readonly kneeAdduction: BySide<AngleSeries>;
  readonly hipAdduction: BySide<AngleSeries>;
}

/** The series whose stances are averaged in `BackViewMetrics`. */
export function frontalFrameAngles(clip: BackClip): FrontalFrameAngles {
  const { pelvicDrop: unknown } = unknownFrameAngles(clip.tracks.frameCount);
  return {
    pelvicDrop: bySide((side) => pelvicDropSeries(clip, side)?.series ?? unknown[side]),
    kneeAdduction: bySide((side) => kneeAdductionSeries(clip, side)),
    hipAdduction: bySide((side) => hipAdductionSeries(clip, side)?.series ?? unknown[side]),
  };
}

/** Those of a clip of which nothing can be said. */
export function unknownFrameAngles(frameCount: number): FrontalFrameAngles {
  const unknown = bySide(() => new Float64Array(frameCount).fill(Number.NaN));
  return { pelvicDrop: unknown, kneeAdduction: unknown, hipAdduction: unknown };
}
