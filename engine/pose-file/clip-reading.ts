import type { AnalysisTerms } from '../analysis.ts';
import type { BackPictures } from '../back-pictures.ts';
import type { ShoeSpeed } from '../belt/shoe-speed.ts';
import type { ClipPoses } from '../pose/estimate-poses.ts';

/** Which clip and network poses come from, so that another run can tell. */
export interface PosesSource {
  /** SHA-256 of the clip's bytes, hexadecimal. */
  readonly clipSha256: string;
  /** Fingerprint of the network (`network-fingerprint.ts`). */
  readonly network: string;
}

/**
 * Everything that was read from a clip's pictures: whatever comes after can be done again from it. `clip.video.path` is empty when it
 * comes from a file.
 */
export interface ClipReading {
  readonly clip: ClipPoses;
  /** Of a back view; null where the pictures were not looked at again. */
  readonly pictures: BackPictures | null;
  /** Of a side view on a treadmill; null where the pictures were not looked at again. */
  readonly shoes: readonly ShoeSpeed[] | null;
  /** What the analysis was asked; null where it is not known. */
  readonly terms: AnalysisTerms | null;
  /** Null where it is not known. */
  readonly source: PosesSource | null;
}
