import { lookAndMeasureClip, measureClip } from '../../../engine/measure-clip.ts';
import { estimatePoses } from '../../../engine/pose/estimate-poses.ts';
import { nearSide } from '../../../engine/tracks/near-leg.ts';
import type { NetworkId } from '../../../models/registry.ts';
import { type ClipErrors, clipErrors } from './clip-errors.ts';
import type { ClipWithTruth } from './clip-with-truth.ts';

/** What one network made of one clip. */
export interface ClipOutcome extends ClipErrors {
  readonly clip: ClipWithTruth;
  readonly network: NetworkId;
}

/** Reads one clip with one network and holds the numbers against the truth: with a treadmill's pace told as a client would, and without. */
export async function measureClipWithTruth(clip: ClipWithTruth, network: NetworkId): Promise<ClipOutcome> {
  const poses = await estimatePoses(clip.path, { network });
  const { heightM, treadmill } = clip;
  const { speedOverSolesMps, ...others } = clip.truth;
  // Past a standing camera the speed is the hips' and no matter of the feet.
  const truth = treadmill && speedOverSolesMps !== undefined ? { ...others, speedOverSolesMps } : others;
  const paceSPerKm = treadmill && truth.speedMps !== undefined ? Math.round(1000 / truth.speedMps) : null;
  const request = { heightM, treadmill, language: 'en' } as const;
  const analysis = measureClip(poses, { ...request, paceSPerKm });
  const { metrics, tracks } = analysis;
  const seen = await lookAndMeasureClip(poses, { ...request, paceSPerKm: null });
  return {
    clip,
    network,
    ...clipErrors(metrics, analysis.frameAngles, seen.metrics.speedMps, truth, nearSide(tracks.facing)),
  };
}
