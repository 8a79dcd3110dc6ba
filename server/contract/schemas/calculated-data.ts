import { type Static, Type } from 'typebox';
import { closed, Nullable } from './nullable.ts';
import { QualitySchema, StrikeSchema } from './quality.ts';

const number = Nullable(Type.Number());

export const MetricsSchema = Type.Object(
  {
    speed_meter_per_second: number,
    step_length_meter: number,
    pace_min_per_km: Nullable(
      Type.Number({ description: 'Minutes before the point, seconds after: 7.511 is 7:51.1.' }),
    ),
    step_frequency_steps_per_min: number,
    ground_contact_time_ms: number,
    time_of_flight_ms: number,
    duty_factor: number,
  },
  closed,
);

export const FootLandingSchema = Type.Object(
  {
    step: Type.Integer({ minimum: 1 }),
    side: Type.Enum(['left', 'right']),
    time_s: Type.Number({ minimum: 0 }),
    pattern: Nullable(Type.Enum(['rearfoot', 'midfoot', 'forefoot'])),
    foot_angle: number,
    probabilities: StrikeSchema,
  },
  closed,
);

export const JointAngleSchema = Type.Object(
  {
    at_touchdown: number,
    at_mid_stance: number,
    at_toe_off: number,
    min: number,
    max: number,
    range: number,
    curve: Type.Array(number, { minItems: 101, maxItems: 101 }),
  },
  closed,
);

const SidesSchema = Type.Object({ left: JointAngleSchema, right: JointAngleSchema }, closed);

/** The body of `…/results/calculated_data` for a side view. */
export const CalculatedDataSchema = Type.Object(
  {
    metrics: MetricsSchema,
    overstride: Type.Object(
      { mean_angle: number, score: Nullable(Type.Enum(['score_good', 'score_okay', 'score_bad'])) },
      closed,
    ),
    total_score: Nullable(Type.Number({ minimum: 0, maximum: 1 })),
    foot_landing: Type.Array(FootLandingSchema),
    angles: Type.Object(
      { ankle: SidesSchema, knee: SidesSchema, hip: SidesSchema, shoulder: SidesSchema, elbow: SidesSchema },
      closed,
    ),
    running_style: Nullable(Type.Object({ title: Type.String(), percentage: Type.Number() }, closed)),
    quality: QualitySchema,
  },
  closed,
);

export type CalculatedDataBody = Static<typeof CalculatedDataSchema>;
export type JointAngleBody = Static<typeof JointAngleSchema>;
