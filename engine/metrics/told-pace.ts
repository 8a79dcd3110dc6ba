import { normal90, normal99 } from '../signal/student-t.ts';
import { halfWidthOf } from './estimate.ts';
import type { RunningClip } from './running-clip.ts';
import { type SpeedByStance, speedByStance } from './speed-by-stance.ts';

/** Treadmill belts run within 2 % of what they show (Willwacher et al. 2021): taken as the 90 % interval. */
export const beltShare = 0.02;

/** Pace that a caller gave, as speed in metres per second; null when there is none to be used. */
export const toldSpeedMps = ({ treadmill, paceSPerKm }: RunningClip): number | null =>
  treadmill && paceSPerKm !== null && paceSPerKm > 0 ? 1000 / paceSPerKm : null;

/** The pace that was told beside the belt's speed in the picture. */
export interface ToldAndSeen {
  readonly toldMps: number;
  readonly seen: SpeedByStance;
  /** Largest difference that both uncertainties explain in 99 of 100 clips. */
  readonly allowedMps: number;
}

/** Both, by the shoes where they were followed, else by the ankles; null where one of them is missing. */
export function toldAndSeen(clip: RunningClip): ToldAndSeen | null {
  const toldMps = toldSpeedMps(clip);
  const seen = toldMps === null || clip.camera !== 'treadmill' ? null : speedByStance(clip);
  if (toldMps === null || seen === null || !Number.isFinite(seen.mps)) return null;
  return { toldMps, seen, allowedMps: normal99 * toldMps * Math.hypot(seen.share, beltShare / normal90) };
}

/** The speed in the picture, as the reach of its 90 % interval, where it contradicts the pace that was told; else null. */
export function contradictionMps(clip: RunningClip): readonly [number, number] | null {
  const both = toldAndSeen(clip);
  if (both === null) return null;
  const { toldMps, seen, allowedMps } = both;
  const halfWidth = halfWidthOf(seen.share * Math.abs(seen.mps));
  return Math.abs(toldMps - seen.mps) > allowedMps ? [seen.mps - halfWidth, seen.mps + halfWidth] : null;
}

/** Half width about `value` that reaches all of an interval. */
export const reaching = (value: number, [low, high]: readonly [number, number]): number =>
  Math.max(Math.abs(value - low), Math.abs(high - value));
