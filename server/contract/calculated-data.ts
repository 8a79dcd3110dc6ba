import type { SideAnalysis } from '../../engine/analysis.ts';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import type { FootLanding, JointAngle, SideViewMetrics } from '../../engine/metrics/side-view-metrics.ts';
import type { Language } from '../../engine/score/language.ts';
import { packPace } from './pace.ts';
import { toQualityBody } from './quality.ts';
import { decimals, round } from './rounding.ts';
import type { CalculatedDataBody, JointAngleBody } from './schemas/calculated-data.ts';
import { strikeBody } from './strike.ts';

/** The body of `…/results/calculated_data` for a side view. A number that was withheld is null; `quality` says why. */
export function toCalculatedDataBody(analysis: SideAnalysis, language: Language = 'en'): CalculatedDataBody {
  const { metrics, score } = analysis;
  const best = score.styles[0];
  return {
    metrics: metricsBody(metrics),
    overstride: {
      mean_angle: round(metrics.overstrideDeg.value, decimals.angleDeg),
      score: score.overstrideBand === null ? null : `score_${score.overstrideBand}`,
    },
    total_score: round(score.totalScore, decimals.score),
    foot_landing: metrics.footLandings.map(landingBody),
    angles: anglesBody(metrics.jointAngles),
    running_style:
      best === undefined ? null : { title: best.title, percentage: round(best.percentage, decimals.percentage) },
    quality: toQualityBody(analysis, language),
  };
}

function metricsBody(metrics: SideViewMetrics): CalculatedDataBody['metrics'] {
  const pace = metrics.paceSPerKm.value;
  return {
    speed_meter_per_second: round(metrics.speedMps.value, decimals.speedMps),
    step_length_meter: round(metrics.stepLengthM.value, decimals.stepLengthM),
    pace_min_per_km: pace === null ? null : packPace(pace),
    step_frequency_steps_per_min: round(metrics.cadenceSpm.value, decimals.cadenceSpm),
    ground_contact_time_ms: round(metrics.contactTimeMs.value, decimals.timeMs),
    time_of_flight_ms: round(metrics.flightTimeMs.value, decimals.timeMs),
    duty_factor: round(metrics.dutyFactor.value, decimals.dutyFactor),
  };
}

const landingBody = (landing: FootLanding): CalculatedDataBody['foot_landing'][number] => ({
  step: landing.step,
  side: landing.side,
  time_s: round(landing.timeS, decimals.timeS),
  pattern: landing.pattern,
  foot_angle: round(landing.footAngleDeg.value, decimals.angleDeg),
  probabilities: strikeBody(landing.probabilities),
});

const anglesBody = (angles: SideViewMetrics['jointAngles']): CalculatedDataBody['angles'] =>
  everyJoint((joint, side) => angleBody(angles[joint][side]));

const angleBody = (angle: JointAngle): JointAngleBody => ({
  at_touchdown: round(angle.atTouchdown.value, decimals.angleDeg),
  at_mid_stance: round(angle.atMidStance.value, decimals.angleDeg),
  at_toe_off: round(angle.atToeOff.value, decimals.angleDeg),
  min: round(angle.min.value, decimals.angleDeg),
  max: round(angle.max.value, decimals.angleDeg),
  range: round(angle.range.value, decimals.angleDeg),
  curve: angle.curveDeg.map((value) => round(value, decimals.angleDeg)),
});
