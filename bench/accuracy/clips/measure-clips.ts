import { measureClip } from '../../../engine/measure-clip.ts';
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

/** Reads one clip with one network and holds the numbers against the truth. A treadmill's pace is not told: the speed is what the picture shows. */
export async function measureClipWithTruth(clip: ClipWithTruth, network: NetworkId): Promise<ClipOutcome> {
  const poses = await estimatePoses(clip.path, { network });
  const { heightM, treadmill } = clip;
  const { metrics, tracks } = measureClip(poses, { heightM, treadmill, paceSPerKm: null, language: 'en' });
  return { clip, network, ...clipErrors(metrics, clip.truth, nearSide(tracks.facing)) };
}
