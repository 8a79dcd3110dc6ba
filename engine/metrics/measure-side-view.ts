import { movesBackwards } from '../gait/backwards.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { medianFps } from '../tracks/smooth.ts';
import { isTurned } from '../tracks/turned.ts';
import { angleCalibration } from './angle-calibration.ts';
import type { AngleSeries } from './angle-series.ts';
import { cadenceSpm } from './cadence.ts';
import { contactTimeMs } from './contact-time.ts';
import { dutyFactor } from './duty-factor.ts';
import { elbowAngleDeg } from './elbow-angle.ts';
import { everyJoint } from './every-joint.ts';
import { type Flexions, flexionsOf } from './flexions.ts';
import { flightTimeMs } from './flight-time.ts';
import { footAngleDeg, footAngleSamples, footLandings } from './foot-angle.ts';
import { likelyPattern, meanProbabilities } from './foot-strike.ts';
import { type FrameAngles, frameAngles, noFrameAngles } from './frame-angles.ts';
import { headGazeCycle, headGazeDeg, headGazeSeries } from './head-gaze.ts';
import { jointAngle } from './joint-angles.ts';
import { trunkLeanSeries } from './joint-definitions.ts';
import { jointFlexion, sharedByJoints } from './joint-flexion.ts';
import { backKneeAngleDeg, frontKneeAngleDeg } from './knee-angle-at-touchdown.ts';
import { isBelow, leastFps } from './least-fps.ts';
import { isLongEnough } from './long-enough.ts';
import type { WithheldReason } from './measured.ts';
import { overstrideDeg } from './overstride.ts';
import { paceSPerKm } from './pace.ts';
import { type RunningClip, runningClip, type SideViewInput } from './running-clip.ts';
import type { Joint, SideViewMetrics } from './side-view-metrics.ts';
import { speedMps, speedSource } from './speed.ts';
import { stepLengthM } from './step-length.ts';
import { unknownTurns } from './stride-turns.ts';
import { symmetry } from './symmetry.ts';
import { contradictionMps } from './told-pace.ts';
import { trunkLeanCycle, trunkLeanDeg } from './trunk-lean.ts';
import { verticalOscillationM } from './vertical-oscillation.ts';
import { withheldAtLowFps } from './withheld-at-low-fps.ts';
import { withheldMetrics } from './withheld-metrics.ts';

/** A runner lower than this in the picture has feet of a few pixels. */
const leastHeightPx = 120;
/** Share of the frames in which the runner must be found. */
const leastFound = 0.5;

/** Why nothing at all can be said of a clip; null when something can. */
function refusal({ tracks, gait }: SideViewInput): WithheldReason | null {
  const runs = gait.running && gait.strideS !== null;
  // What is said of a body that is not seen as a whole, such as how it is turned, is a guess.
  if (tracks.report.bodyCutOff && !runs) return 'body_cut_off';
  if (isTurned(tracks)) return 'picture_turned';
  if (tracks.view !== 'side') return 'wrong_view';
  if (!(tracks.bodyHeightPx > 0) || tracks.report.foundFraction < leastFound) return 'keypoints_missing';
  if (tracks.bodyHeightPx < leastHeightPx) return 'runner_too_small';
  if (runs) return null;
  if (isBelow(medianFps(tracks.timesS), leastFps.running)) return 'frame_rate_too_low';
  if (gait.strideS !== null && movesBackwards(tracks)) return 'runs_backwards';
  return isLongEnough(tracks) ? 'not_running' : 'too_few_steps';
}

/** What a side view tells: numbers, and the angles of each frame that they rest on. */
export interface MeasuredSideView {
  readonly metrics: SideViewMetrics;
  /** Of the length of the tracks. */
  readonly frameAngles: FrameAngles;
}

/** Measures everything that the side view tells. What cannot be told is withheld with its reason. */
export function measureSideView(input: SideViewInput): MeasuredSideView {
  const { tracks, gait, network } = input;
  const reason = refusal(input);
  if (reason !== null || gait.strideS === null) {
    const metrics = withheldMetrics(reason ?? 'not_running');
    if (reason !== 'keypoints_missing') return { metrics, frameAngles: noFrameAngles(tracks.frameCount) };
    const none = unknownTurns(tracks.frameCount);
    const drawn = { tracks, angles: input.angles ?? angleCalibration[network], turns: { left: none, right: none } };
    const shared = sharedByJoints(drawn);
    const seriesOf = (joint: Joint, side: Side): AngleSeries => jointFlexion(drawn, shared, joint, side);
    return { metrics, frameAngles: frameAngles(metrics, tracks.frameCount, seriesOf) };
  }
  const clip = runningClip(input, gait.strideS);
  const flexions = flexionsOf(clip);
  const metrics = withheldAtLowFps(measured(clip, flexions), clip.fps);
  const seriesOf = (joint: Joint, side: Side): AngleSeries => flexions[joint][side].series;
  return { metrics, frameAngles: frameAngles(metrics, tracks.frameCount, seriesOf) };
}

function measured(clip: RunningClip, flexions: Flexions): SideViewMetrics {
  const cadence = cadenceSpm(clip);
  const contact = contactTimeMs(clip);
  const speed = speedMps(clip);
  const footAngles = footAngleSamples(clip);
  const landings = footLandings(clip, footAngles);
  const footAngle = footAngleDeg(clip, footAngles);
  const strikes = footAngle.value === null ? null : meanProbabilities(landings.map((landing) => landing.probabilities));
  const lean = trunkLeanSeries(clip.tracks);
  const gaze = headGazeSeries(clip);
  const jointAngles = everyJoint((joint, side) => jointAngle(clip, joint, side, flexions[joint][side]));
  return {
    cadenceSpm: cadence,
    contactTimeMs: contact,
    flightTimeMs: flightTimeMs(clip, contact),
    dutyFactor: dutyFactor(clip, contact),
    speedMps: speed,
    speedSource: speedSource(clip),
    stepLengthM: stepLengthM(speed, cadence),
    paceSPerKm: paceSPerKm(speed, contradictionMps(clip)),
    verticalOscillationM: verticalOscillationM(clip),
    trunkLeanDeg: trunkLeanDeg(clip, lean),
    headGazeDeg: headGazeDeg(clip, gaze),
    elbowAngleDeg: elbowAngleDeg(clip, flexions),
    frontKneeAngleDeg: frontKneeAngleDeg(clip, flexions),
    backKneeAngleDeg: backKneeAngleDeg(clip, flexions),
    overstrideDeg: overstrideDeg(clip),
    footAngleDeg: footAngle,
    strikeProbabilities: strikes,
    strikePattern: likelyPattern(strikes),
    footLandings: landings,
    jointAngles,
    trunkLeanCycle: trunkLeanCycle(clip, lean),
    headGazeCycle: headGazeCycle(clip, gaze),
    symmetry: symmetry(clip, jointAngles),
  };
}
