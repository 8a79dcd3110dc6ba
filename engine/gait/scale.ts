import type { NetworkId } from '../../models/registry.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { networkCalibration } from './network-calibration.ts';

/** Metres that a pixel covers at the runner, from the standing height; NaN when the body was not seen. */
export const metresPerPx = (tracks: Tracks, heightM: number, network: NetworkId): number =>
  heightM / (tracks.bodyHeightPx * networkCalibration[network].heightFactor);
