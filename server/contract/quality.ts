import type { SideAnalysis } from '../../engine/analysis.ts';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import type { JointAngle, SideViewMetrics, Symmetry } from '../../engine/metrics/side-view-metrics.ts';
import type { CrossCheck } from '../../engine/quality/cross-check.ts';
import type { Language } from '../../engine/score/language.ts';
import { slowMotionBody, tracksQuality, videoQuality } from './clip-facts.ts';
import { clipWarnings, warningBody } from './clip-warnings.ts';
import { decimals, round } from './rounding.ts';
import type { CrossCheckBody, CycleBody, QualityBody } from './schemas/quality.ts';
import { strikeBody } from './strike.ts';
import { angle, angleValue, asymmetryBody, qualified, uncertainty } from './worth.ts';

/** What each number of the calculated data is worth, and what was seen of the clip. */
export function toQualityBody(analysis: SideAnalysis, language: Language): QualityBody {
  const { metrics, tracks, camera, gait, pose } = analysis;
  return {
    metrics: metricsQuality(metrics),
    overstride: { mean_angle: angle(metrics.overstrideDeg) },
    foot_strike: { probabilities: strikeBody(metrics.strikeProbabilities) },
    foot_landing: metrics.footLandings.map((landing) => ({ step: landing.step, ...angle(landing.footAngleDeg) })),
    angles: anglesQuality(metrics.jointAngles),
    segments: {
      arm: angleValue(metrics.elbowAngleDeg),
      back_cycle: angleValue(metrics.backKneeAngleDeg),
      foot: angleValue(metrics.footAngleDeg),
      forward_cycle: angleValue(metrics.frontKneeAngleDeg),
      head: angleValue(metrics.headGazeDeg),
      trunk: angleValue(metrics.trunkLeanDeg),
    },
    additional: {
      vertical_oscillation_meter: qualified(metrics.verticalOscillationM, 'm', decimals.heightM),
      trunk_lean: cycle(metrics.trunkLeanCycle),
      head_gaze: cycle(metrics.headGazeCycle),
    },
    symmetry: symmetryQuality(metrics.symmetry),
    cross_checks: analysis.crossChecks.map(crossCheckBody),
    running: gait.running,
    view: tracks.view === 'side' ? 'side' : 'frontal',
    facing: tracks.facing === 1 ? 'right' : 'left',
    camera,
    speed_source: metrics.speedMps.value === null ? null : metrics.speedSource,
    ground: groundQuality(analysis),
    slow_motion: slowMotionBody(analysis),
    pose_network: pose.network,
    video: videoQuality(analysis),
    tracks: tracksQuality(analysis),
    warnings: clipWarnings(analysis, language).map(warningBody),
  };
}

function metricsQuality(metrics: SideViewMetrics): QualityBody['metrics'] {
  return {
    speed_meter_per_second: uncertainty(metrics.speedMps, 'm/s', decimals.speedMps),
    step_length_meter: uncertainty(metrics.stepLengthM, 'm', decimals.stepLengthM),
    pace_min_per_km: uncertainty(metrics.paceSPerKm, 's/km', 0),
    step_frequency_steps_per_min: uncertainty(metrics.cadenceSpm, '1/min', decimals.cadenceSpm),
    ground_contact_time_ms: uncertainty(metrics.contactTimeMs, 'ms', decimals.timeMs),
    time_of_flight_ms: uncertainty(metrics.flightTimeMs, 'ms', decimals.timeMs),
    duty_factor: uncertainty(metrics.dutyFactor, '1', decimals.dutyFactor),
  };
}

function anglesQuality(angles: SideViewMetrics['jointAngles']): QualityBody['angles'] {
  const one = (joint: JointAngle) => ({
    at_touchdown: angle(joint.atTouchdown),
    at_mid_stance: angle(joint.atMidStance),
    at_toe_off: angle(joint.atToeOff),
    min: angle(joint.min),
    max: angle(joint.max),
    range: angle(joint.range),
  });
  return everyJoint((joint, side) => one(angles[joint][side]));
}

const symmetryQuality = (symmetry: Symmetry): QualityBody['symmetry'] => ({
  contact_time: asymmetryBody(symmetry.contactTime),
  step_time: asymmetryBody(symmetry.stepTime),
  knee_flexion: asymmetryBody(symmetry.kneeFlexion),
  hip_range: asymmetryBody(symmetry.hipRange),
  ankle_range: asymmetryBody(symmetry.ankleRange),
});

/** Decimals of a check's numbers: one more than of the values that it compares. */
const checkDecimals = {
  'm/s': decimals.speedMps,
  ms: decimals.timeMs + 1,
  'm/s2': decimals.acceleration,
} as const satisfies Record<CrossCheck['unit'], number>;

function crossCheckBody({ name, unit, values, difference, allowed, holds }: CrossCheck): CrossCheckBody {
  const shown = (value: number): number => round(value, checkDecimals[unit]);
  return {
    name,
    unit,
    values: [shown(values[0]), shown(values[1])],
    difference: shown(difference),
    allowed: shown(allowed),
    holds,
  };
}

/** To the right of the picture, whichever way the runner faces. */
function groundQuality({ ground, tracks }: SideAnalysis): QualityBody['ground'] {
  const { value } = ground.tiltDeg;
  const rightwards = { ...ground.tiltDeg, value: value === null ? null : tracks.facing * value };
  return {
    tilt_degree: angleValue(rightwards),
    corrected: ground.tilted,
    growth_percent: round(100 * ground.growth, decimals.percentage),
  };
}

const cycle = (angles: JointAngle): CycleBody => ({
  at_touchdown: angleValue(angles.atTouchdown),
  at_mid_stance: angleValue(angles.atMidStance),
  at_toe_off: angleValue(angles.atToeOff),
  min: angleValue(angles.min),
  max: angleValue(angles.max),
  range: angleValue(angles.range),
  curve: angles.curveDeg.map((value) => round(value, decimals.angleDeg)),
});
