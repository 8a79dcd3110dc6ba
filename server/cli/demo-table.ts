import type { RunnerTruth } from '../../fixtures/runner/truth.ts';
import type { CalculatedDataBody } from '../contract/schemas/calculated-data.ts';
import type { SuccessBody } from '../contract/schemas/results.ts';
import { fixed } from '../details/fixed.ts';
import { textTable } from './text-table.ts';

interface Row {
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly value: number | null;
  readonly halfWidth: number | null;
  readonly truth: number;
}

/** What a client of the API reads, beside what is exactly true of the synthetic runner. */
export function demoTable(results: SuccessBody, calculated: CalculatedDataBody, truth: RunnerTruth): string {
  const compared = rows(calculated, truth);
  const table = textTable(
    ['Metric', 'Measured', '± (90 %)', 'Truth', 'Error', 'Unit'],
    compared.map(({ name, unit, decimals, value, halfWidth, truth: exact }) => {
      const show = (number: number | null): string | null => (number === null ? null : fixed(number, decimals));
      return [name, show(value), show(halfWidth), show(exact), show(value === null ? null : value - exact), unit];
    }),
    ['left', 'right', 'right', 'right', 'right', 'left'],
  );
  const { total_score: total, running_styles: styles } = results.biomechanical_analysis;
  const style = styles[0];
  const { judged, inside } = demoComparison(calculated, truth);
  return [
    table,
    `${inside} of ${judged} truths lie inside the stated interval; 90 % should, over many clips.`,
    `Total score: ${total === null ? 'withheld' : `${Math.round(100 * total)} %`}`,
    `Running style: ${style === undefined ? 'withheld' : `${style.title} (${style.animal}), ${Math.round(style.percentage)} %`}`,
  ].join('\n');
}

/** The same for programs. */
export function demoComparison(calculated: CalculatedDataBody, truth: RunnerTruth): DemoComparison {
  const compared = rows(calculated, truth);
  const judged = compared.filter(({ value, halfWidth }) => value !== null && halfWidth !== null);
  const inside = judged.filter(
    ({ value, halfWidth, truth: exact }) => Math.abs((value ?? 0) - exact) <= (halfWidth ?? 0),
  );
  return {
    metrics: compared.map(({ name, unit, value, halfWidth, truth: exact }) => ({
      ...{ metric: name, unit, value, half_width: halfWidth, truth: exact },
      error: value === null ? null : value - exact,
    })),
    judged: judged.length,
    inside: inside.length,
  };
}

export interface DemoComparison {
  readonly metrics: readonly {
    readonly metric: string;
    readonly unit: string;
    readonly value: number | null;
    readonly half_width: number | null;
    readonly truth: number;
    readonly error: number | null;
  }[];
  /** Numbers that have an interval. */
  readonly judged: number;
  /** Of these, those whose interval holds the truth. */
  readonly inside: number;
}

function rows({ metrics, overstride, quality }: CalculatedDataBody, truth: RunnerTruth): Row[] {
  const exact = truth.metrics;
  const row = (
    name: string,
    unit: string,
    decimals: number,
    value: number | null,
    halfWidth: number | null,
    truthValue: number,
  ): Row => ({ name, unit, decimals, value, halfWidth, truth: truthValue });
  const { segments, metrics: spread } = quality;
  const angle = (name: string, { value, half_width }: (typeof segments)['arm'], truthDeg: number): Row =>
    row(name, 'deg', 1, value, half_width, truthDeg);
  return [
    row(
      'Cadence',
      'steps/min',
      1,
      metrics.step_frequency_steps_per_min,
      spread.step_frequency_steps_per_min.half_width,
      exact.cadenceSpm,
    ),
    row(
      'Ground contact time',
      'ms',
      0,
      metrics.ground_contact_time_ms,
      spread.ground_contact_time_ms.half_width,
      exact.contactTimeMs,
    ),
    row('Flight time', 'ms', 0, metrics.time_of_flight_ms, spread.time_of_flight_ms.half_width, exact.flightTimeMs),
    row('Duty factor', '', 3, metrics.duty_factor, spread.duty_factor.half_width, exact.dutyFactor),
    row('Speed', 'm/s', 2, metrics.speed_meter_per_second, spread.speed_meter_per_second.half_width, exact.speedMps),
    row('Step length', 'm', 3, metrics.step_length_meter, spread.step_length_meter.half_width, exact.stepLengthM),
    row('Overstride', 'deg', 1, overstride.mean_angle, quality.overstride.mean_angle.half_width, exact.overstrideDeg),
    angle('Trunk lean', segments.trunk, exact.trunkLeanDeg),
    angle('Elbow angle', segments.arm, exact.elbowAngleDeg),
    angle('Front knee at touchdown', segments.forward_cycle, exact.frontKneeAngleDeg),
    angle('Back knee at touchdown', segments.back_cycle, exact.backKneeAngleDeg),
    angle('Foot angle at touchdown', segments.foot, exact.footAngleDeg),
  ];
}
