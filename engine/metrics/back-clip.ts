import type { BackGait, BackStep } from '../gait/back/back-gait.ts';
import { heightByTrunkPx } from '../gait/back/back-paths.ts';
import type { PelvicSwing } from '../pelvis/pelvic-swing.ts';
import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import type { RearfootObservation } from '../rearfoot/rearfoot-observation.ts';
import type { Tracks } from '../tracks/tracks.ts';
import type { BySide } from './back-view-metrics.ts';
import { bySide } from './by-side.ts';
import { type FrontalCalibration, frontalCalibration } from './frontal-calibration.ts';

/** What the metrics of a back view are measured from. */
export interface BackViewInput {
  /** As a level camera would have seen a runner who stays at one distance. */
  readonly tracks: Tracks;
  readonly gait: BackGait;
  /** Lines of heels and lower legs in the pictures; none where there are no pictures. */
  readonly feet?: readonly RearfootObservation[];
  /** Standing height, metres. */
  readonly heightM: number;
  readonly network: PoseNetwork;
  /** What the pictures show of the pelvis; null where they do not. */
  readonly pelvis: PelvicSwing | null;
  /** Instead of the network's own, for keypoints from another source. */
  readonly frontal?: FrontalCalibration | undefined;
  /** Standard uncertainty, degrees, of the level in the tracks (`camera-roll.ts`). */
  readonly levelUncertaintyDeg: number;
  /** The level is one of lines behind the runner, not of his own symmetry. */
  readonly levelSeen?: boolean;
}

/** A clip that shows running from behind, with what several metrics share. */
export interface BackClip extends BackViewInput {
  readonly strideS: number;
  readonly frontal: FrontalCalibration;
  readonly metresPerPx: number;
  /** Accepted steps. */
  readonly steps: readonly BackStep[];
  readonly stepsOf: BySide<readonly BackStep[]>;
}

/** Gathers what the metrics share. `strideS` is the gait's own, known since the clip shows running. */
export function backClip(input: BackViewInput, strideS: number): BackClip {
  const frontal = input.frontal ?? frontalCalibration[input.network];
  const steps = input.gait.steps.filter(({ accepted }) => accepted);
  return {
    ...input,
    strideS,
    frontal,
    metresPerPx: input.heightM / (heightByTrunkPx(input.tracks) * frontal.heightFactor),
    steps,
    stepsOf: bySide((side) => steps.filter((step) => step.side === side)),
  };
}
