import { medianFps } from '../tracks/smooth.ts';
import { isTurned } from '../tracks/turned.ts';
import { type BackClip, type BackViewInput, backClip } from './back-clip.ts';
import { backSymmetry } from './back-symmetry.ts';
import type { BackViewMetrics } from './back-view-metrics.ts';
import { bySide } from './by-side.ts';
import { cadenceSpm } from './cadence.ts';
import { type FrontalFrameAngles, frontalFrameAngles, unknownFrameAngles } from './frontal-frame-angles.ts';
import { hipAdduction } from './hip-adduction.ts';
import { kneeAdduction } from './knee-adduction.ts';
import { isBelow, leastFps } from './least-fps.ts';
import { legContactTimeMs, legFlightTimeMs, legStrideTimeMs, stancePercent, swingPercent } from './leg-times.ts';
import { isLongEnough } from './long-enough.ts';
import type { WithheldReason } from './measured.ts';
import { pelvicDrop } from './pelvic-drop.ts';
import { pronationOf } from './pronation.ts';
import { rearfootAngleOf } from './rearfoot-angle.ts';
import { stepWidthM } from './step-width.ts';
import { trunkLateralLean, trunkLateralLeanDeg, trunkLateralLeanSeries } from './trunk-lateral-lean.ts';
import { withheldBackMetrics } from './withheld-back-metrics.ts';

/** A runner lower than this in the picture has hips of a few pixels. */
const leastHeightPx = 200;
/** Share of the frames in which the runner must be found. */
const leastFound = 0.5;

/** Why nothing at all can be said of a clip; null when something can. */
function refusal({ tracks, gait }: BackViewInput): WithheldReason | null {
  const runs = gait.running && gait.strideS !== null;
  // What is said of a body that is not seen as a whole, such as how it is turned, is a guess.
  if (tracks.report.bodyCutOff && !runs) return 'body_cut_off';
  if (isTurned(tracks)) return 'picture_turned';
  if (tracks.view === 'front') return 'front_view';
  if (tracks.view === 'side') return 'wrong_view';
  if (!(tracks.bodyHeightPx > 0) || tracks.report.foundFraction < leastFound) return 'keypoints_missing';
  if (tracks.bodyHeightPx < leastHeightPx) return 'runner_too_small';
  if (runs) return null;
  if (isBelow(medianFps(tracks.timesS), leastFps.running)) return 'frame_rate_too_low';
  return isLongEnough(tracks) ? 'not_running' : 'too_few_steps';
}

/** What a back view tells: numbers, and the angles of each frame that they rest on. */
export interface MeasuredBackView {
  readonly metrics: BackViewMetrics;
  readonly frameAngles: FrontalFrameAngles;
}

/** Measures everything that the back view tells. What cannot be told is withheld with its reason. */
export function measureBackView(input: BackViewInput): MeasuredBackView {
  const reason = refusal(input);
  if (reason !== null || input.gait.strideS === null)
    return {
      metrics: withheldBackMetrics(reason ?? 'not_running'),
      frameAngles: unknownFrameAngles(input.tracks.frameCount),
    };
  const clip = backClip(input, input.gait.strideS);
  return { metrics: measured(clip), frameAngles: frontalFrameAngles(clip) };
}

function measured(clip: BackClip): BackViewMetrics {
  const contacts = bySide((side) => legContactTimeMs(clip, side));
  const stances = bySide((side) => stancePercent(contacts[side], clip.strideS));
  const lean = trunkLateralLeanSeries(clip);
  const rearfoot = rearfootAngleOf(clip.feet ?? [], clip.steps);
  const angles = {
    pelvicDrop: bySide((side) => pelvicDrop(clip, side)),
    kneeAdduction: bySide((side) => kneeAdduction(clip, side)),
    hipAdduction: bySide((side) => hipAdduction(clip, side)),
  };
  return {
    cadenceSpm: cadenceSpm({ ...clip, gait: { contacts: clip.steps, strideSeS: clip.gait.strideSeS } }),
    stepWidthM: stepWidthM(clip),
    trunkLateralLeanDeg: trunkLateralLeanDeg(clip, lean),
    trunkLateralLean: bySide((side) => trunkLateralLean(clip, lean, side)),
    contactTimeMs: contacts,
    flightTimeMs: bySide((side) => legFlightTimeMs(clip, side)),
    strideTimeMs: bySide((side) => legStrideTimeMs(clip, side)),
    stancePercent: stances,
    swingPercent: bySide((side) => swingPercent(stances[side])),
    rearfoot,
    pronation: bySide((side) => pronationOf(rearfoot[side].peak)),
    ...angles,
    symmetry: backSymmetry(clip, angles),
  };
}
