import { everyJoint } from './every-joint.ts';
import { isBelow, leastFps } from './least-fps.ts';
import { type Measured, withheld } from './measured.ts';
import { curvePoints } from './running-clip.ts';
import type { FootLanding, Joint, JointAngle, SideViewMetrics, Symmetry } from './side-view-metrics.ts';
import { asymmetry } from './symmetry.ts';

const jointLeastFps: Readonly<Record<Joint, number>> = {
  ankle: leastFps.events,
  knee: leastFps.events,
  hip: leastFps.slowAngles,
  shoulder: leastFps.slowAngles,
  elbow: leastFps.slowAngles,
};

/** The metrics of a clip with few frames a second: what they are too few for is withheld. */
export function withheldAtLowFps(metrics: SideViewMetrics, fps: number): SideViewMetrics {
  if (!isBelow(fps, leastFps.landingKnee)) return metrics;
  const from = (least: number, metric: Measured): Measured => (isBelow(fps, least) ? unlessSo(metric) : metric);
  const joint = (least: number, angle: JointAngle): JointAngle => (isBelow(fps, least) ? withheldAngle(angle) : angle);
  const { body, slowAngles, events, landingKnee } = leastFps;
  const landsUnseen = isBelow(fps, events);
  return {
    cadenceSpm: from(leastFps.cadence, metrics.cadenceSpm),
    contactTimeMs: from(events, metrics.contactTimeMs),
    flightTimeMs: from(events, metrics.flightTimeMs),
    dutyFactor: from(events, metrics.dutyFactor),
    speedMps: from(body, metrics.speedMps),
    speedSource: metrics.speedSource,
    stepLengthM: from(body, metrics.stepLengthM),
    paceSPerKm: from(body, metrics.paceSPerKm),
    verticalOscillationM: from(body, metrics.verticalOscillationM),
    trunkLeanDeg: from(body, metrics.trunkLeanDeg),
    headGazeDeg: from(body, metrics.headGazeDeg),
    elbowAngleDeg: from(body, metrics.elbowAngleDeg),
    frontKneeAngleDeg: from(landingKnee, metrics.frontKneeAngleDeg),
    backKneeAngleDeg: from(slowAngles, metrics.backKneeAngleDeg),
    overstrideDeg: from(slowAngles, metrics.overstrideDeg),
    footAngleDeg: from(events, metrics.footAngleDeg),
    strikeProbabilities: landsUnseen ? null : metrics.strikeProbabilities,
    strikePattern: landsUnseen ? null : metrics.strikePattern,
    footLandings: landsUnseen ? metrics.footLandings.map(withheldLanding) : metrics.footLandings,
    jointAngles: everyJoint((name, side) => joint(jointLeastFps[name], metrics.jointAngles[name][side])),
    trunkLeanCycle: joint(body, metrics.trunkLeanCycle),
    headGazeCycle: joint(body, metrics.headGazeCycle),
    symmetry: isBelow(fps, body) ? withheldSymmetry(metrics.symmetry) : metrics.symmetry,
  };
}

/** What has been withheld keeps its reason, unless a longer clip seemed to help. */
const unlessSo = (metric: Measured): Measured =>
  metric.value === null && metric.reason !== 'too_few_steps' ? metric : withheld('frame_rate_too_low', metric.n);

const withheldAngle = (angle: JointAngle): JointAngle => ({
  atTouchdown: unlessSo(angle.atTouchdown),
  atMidStance: unlessSo(angle.atMidStance),
  atToeOff: unlessSo(angle.atToeOff),
  min: unlessSo(angle.min),
  max: unlessSo(angle.max),
  range: unlessSo(angle.range),
  curveDeg: new Array<null>(curvePoints).fill(null),
});

const withheldLanding = (landing: FootLanding): FootLanding => ({
  ...landing,
  footAngleDeg: unlessSo(landing.footAngleDeg),
  probabilities: null,
  pattern: null,
});

const withheldSymmetry = (symmetry: Symmetry): Symmetry => ({
  contactTime: asymmetry(unlessSo(symmetry.contactTime.percent)),
  stepTime: asymmetry(unlessSo(symmetry.stepTime.percent)),
  kneeFlexion: asymmetry(unlessSo(symmetry.kneeFlexion.percent)),
  hipRange: asymmetry(unlessSo(symmetry.hipRange.percent)),
  ankleRange: asymmetry(unlessSo(symmetry.ankleRange.percent)),
});
