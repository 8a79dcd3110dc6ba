import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { ScoreNumberSchema } from './common.ts';
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
    duty_factor: Nullable(
      Type.Number({ description: 'Contact time divided by stride time.', ...ours('promised_numbers') }),
    ),
  },
  { ...closed, title: 'Metrics' },
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
  { ...closed, title: 'FootLanding' },
);

export const JointAngleSchema = Type.Object(
  {
    at_touchdown: number,
    at_mid_stance: number,
    at_toe_off: number,
    min: number,
    max: number,
    range: number,
    curve: Type.Array(number, {
      minItems: 101,
      maxItems: 101,
      description: "Mean over the leg's own gait cycle, touchdown to touchdown, 0 to 100 %.",
    }),
  },
  { ...closed, title: 'JointAngle' },
);

const SidesSchema = Type.Object(
  { left: JointAngleSchema, right: JointAngleSchema },
  { ...closed, title: 'JointAngleSides' },
);

/** The body of `…/results/calculated_data` for a side view. */
export const CalculatedDataSchema = Type.Object(
  {
    metrics: MetricsSchema,
    overstride: Type.Object(
      {
        mean_angle: number,
        score: Nullable(Type.Enum(['score_good', 'score_okay', 'score_bad'], ours('overstride_score'))),
      },
      closed,
    ),
    total_score: ScoreNumberSchema,
    foot_landing: Type.Array(FootLandingSchema, ours('promised_numbers')),
    angles: Type.Object(
      { ankle: SidesSchema, knee: SidesSchema, hip: SidesSchema, shoulder: SidesSchema, elbow: SidesSchema },
      {
        ...closed,
        description: 'Degrees; flexion and dorsiflexion positive, 0 is a straight joint, a foot square to the shank.',
        ...ours('promised_numbers'),
      },
    ),
    running_style: Nullable(
      Type.Object(
        { title: Type.String(), percentage: Type.Number({ minimum: 0, maximum: 100 }) },
        { ...closed, title: 'BestStyle', ...ours('promised_numbers') },
      ),
    ),
    quality: QualitySchema,
  },
  { ...closed, title: 'CalculatedData' },
);

export type CalculatedDataBody = Static<typeof CalculatedDataSchema>;
export type JointAngleBody = Static<typeof JointAngleSchema>;
