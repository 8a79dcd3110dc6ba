import type { Tracks } from '../tracks/tracks.ts';
import type { NetworkCalibration } from './network-calibration.ts';

/** Metres that a pixel covers at the runner, from the standing height; NaN when the body was not seen. */
export const metresPerPx = (tracks: Tracks, heightM: number, calibration: NetworkCalibration): number =>
  heightM / (tracks.bodyHeightPx * calibration.heightFactor);
