import type { BackAnalysis } from '../../engine/analysis.ts';
import type { AngleDifference, BackViewMetrics, BySide, StanceAngle } from '../../engine/metrics/back-view-metrics.ts';
import { bySide } from '../../engine/metrics/by-side.ts';
import type { FrontalAngle } from '../../engine/metrics/frontal-angle.ts';
import type { Measured } from '../../engine/metrics/measured.ts';
import type { Pronation } from '../../engine/metrics/rearfoot-metrics.ts';
import type { Language } from '../../engine/score/language.ts';
import { slowMotionBody, tracksQuality, videoQuality } from './clip-facts.ts';
import { backClipWarnings, warningBody } from './clip-warnings.ts';
import { decimals, round } from './rounding.ts';
import type { BackViewCalculatedDataBody, PronationCalculatedDataBody } from './schemas/back-view-calculated-data.ts';
import { angle, angleValue, asymmetryBody, qualified, uncertainty } from './worth.ts';

type Quality = BackViewCalculatedDataBody['quality'];

/** The body of `…/results/calculated_data` for a back view. A number that was withheld is null; `quality` says why. */
export function toBackViewCalculatedDataBody(
  analysis: BackAnalysis,
  language: Language = 'en',
): BackViewCalculatedDataBody | PronationCalculatedDataBody {
  const { metrics, score } = analysis;
  const total = { total_score: round(score.totalScore, decimals.score) };
  const pronation = { metrics: metricsBody(metrics), pronation: frontalBody(metrics.rearfoot) };
  const cycle = { gait_cycle: cycleBody(metrics) };
  const worth = { metrics: metricsQuality(metrics), pronation: frontalQuality(metrics.rearfoot) };
  const cycleWorth = { gait_cycle: cycleQuality(metrics) };
  const times = {
    contact_time: asymmetryBody(metrics.symmetry.contactTime),
    step_time: asymmetryBody(metrics.symmetry.stepTime),
  };
  if (score.segments.pelvic_drop === undefined)
    return {
      ...pronation,
      ...cycle,
      ...total,
      quality: {
        ...worth,
        ...cycleWorth,
        additional: pronationAdditional(metrics),
        symmetry: times,
        ...seenOf(analysis, language),
      },
    };
  return {
    ...pronation,
    pelvic_drop: frontalBody(metrics.pelvicDrop),
    knee_adduction: frontalBody(metrics.kneeAdduction),
    hip_adduction: frontalBody(metrics.hipAdduction),
    ...cycle,
    ...total,
    quality: {
      ...worth,
      pelvic_drop: frontalQuality(metrics.pelvicDrop),
      knee_adduction: frontalQuality(metrics.kneeAdduction),
      hip_adduction: frontalQuality(metrics.hipAdduction),
      ...cycleWorth,
      additional: {
        ...pronationAdditional(metrics),
        pelvic_drop_at_mid_stance: atMidStance(metrics.pelvicDrop),
        knee_adduction_at_mid_stance: atMidStance(metrics.kneeAdduction),
        hip_adduction_at_mid_stance: atMidStance(metrics.hipAdduction),
        step_width_meter: qualified(metrics.stepWidthM, 'm', decimals.stepLengthM),
        trunk_lateral_lean_degree: angleValue(metrics.trunkLateralLeanDeg),
      },
      symmetry: {
        ...times,
        pelvic_drop: differenceBody(metrics.symmetry.pelvicDrop),
        knee_adduction: differenceBody(metrics.symmetry.kneeAdduction),
        hip_adduction: differenceBody(metrics.symmetry.hipAdduction),
      },
      ...seenOf(analysis, language),
    },
  };
}

/** What one leg's number becomes, for both. */
const each = <T>(values: BySide<Measured>, write: (value: Measured) => T): Record<'left' | 'right', T> =>
  bySide((side) => write(values[side]));

const time = ({ value }: Measured): number | null => round(value, decimals.timeMs);
const percent = ({ value }: Measured): number | null => round(value, decimals.percentage);
const timeWorth = (measured: Measured) => uncertainty(measured, 'ms', decimals.timeMs);
const percentWorth = (measured: Measured) => uncertainty(measured, '%', decimals.percentage);

const metricsBody = (metrics: BackViewMetrics): BackViewCalculatedDataBody['metrics'] => ({
  step_frequency_steps_per_min: round(metrics.cadenceSpm.value, decimals.cadenceSpm),
  ground_contact_time_ms: each(metrics.contactTimeMs, time),
  time_of_flight_ms: each(metrics.flightTimeMs, time),
});

const metricsQuality = (metrics: BackViewMetrics): Quality['metrics'] => ({
  step_frequency_steps_per_min: uncertainty(metrics.cadenceSpm, '1/min', decimals.cadenceSpm),
  ground_contact_time_ms: each(metrics.contactTimeMs, timeWorth),
  time_of_flight_ms: each(metrics.flightTimeMs, timeWorth),
});

const frontal = <T>(angles: BySide<FrontalAngle>, write: (value: Measured) => T) =>
  bySide((side) => ({
    at_touchdown: write(angles[side].atTouchdown),
    peak: write(angles[side].peak),
    mean: write(angles[side].mean),
    range: write(angles[side].range),
  }));

const frontalBody = (angles: BySide<FrontalAngle>): BackViewCalculatedDataBody['pronation'] =>
  frontal(angles, ({ value }) => round(value, decimals.angleDeg));

const frontalQuality = (angles: BySide<FrontalAngle>): Quality['pronation'] => frontal(angles, angle);

const atMidStance = (angles: BySide<StanceAngle>) => bySide((side) => angleValue(angles[side].atMidStance));

const cycleBody = (metrics: BackViewMetrics): BackViewCalculatedDataBody['gait_cycle'] =>
  bySide((side) => ({
    stride_time_ms: time(metrics.strideTimeMs[side]),
    stance_percent: percent(metrics.stancePercent[side]),
    swing_percent: percent(metrics.swingPercent[side]),
  }));

const cycleQuality = (metrics: BackViewMetrics): Quality['gait_cycle'] =>
  bySide((side) => ({
    stride_time_ms: timeWorth(metrics.strideTimeMs[side]),
    stance_percent: percentWorth(metrics.stancePercent[side]),
    swing_percent: percentWorth(metrics.swingPercent[side]),
  }));

const pronationAdditional = ({ rearfoot, pronation }: BackViewMetrics) => ({
  pronation_at_mid_stance: atMidStance(rearfoot),
  pronation_peak_time_percent: bySide((side) => qualified(rearfoot[side].peakTimePercent, '%', decimals.percentage)),
  pronation_class: bySide((side) => classBody(pronation[side])),
});

const classBody = ({ class: name, probabilities }: Pronation): Quality['additional']['pronation_class']['left'] => ({
  pattern: name,
  probabilities: probabilities && {
    supination: round(probabilities.supination, decimals.fraction),
    neutral: round(probabilities.neutral, decimals.fraction),
    overpronation: round(probabilities.overpronation, decimals.fraction),
  },
});

const differenceBody = ({ deg, beyondDoubt }: AngleDifference): Quality['symmetry']['pelvic_drop'] => ({
  ...angleValue(deg),
  beyond_doubt: beyondDoubt,
});

const seenOf = (analysis: BackAnalysis, language: Language) => ({
  running: analysis.gait.running,
  camera: analysis.camera,
  camera_roll_degree: angleValue(analysis.roll.rollDeg),
  slow_motion: slowMotionBody(analysis),
  pose_network: analysis.pose.network,
  video: videoQuality(analysis),
  tracks: tracksQuality(analysis),
  warnings: backClipWarnings(analysis, language).map(warningBody),
});
