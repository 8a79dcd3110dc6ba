import { type Static, type TSchema, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { ScoreNumberSchema } from './common.ts';
import { closed, Nullable } from './nullable.ts';
import {
  AsymmetrySchema,
  CameraSchema,
  QualifiedSchema,
  SlowMotionSchema,
  TracksQualitySchema,
  UncertaintySchema,
  VideoQualitySchema,
  WarningSchema,
} from './quality.ts';

const number = Nullable(Type.Number());
const sides = <T extends TSchema>(schema: T) => Type.Object({ left: schema, right: schema }, closed);

const metrics = <T extends TSchema>(value: T) =>
  Type.Object(
    {
      step_frequency_steps_per_min: value,
      ground_contact_time_ms: sides(value),
      time_of_flight_ms: sides(value),
    },
    closed,
  );

const frontalAngle = <T extends TSchema>(value: T) =>
  sides(Type.Object({ at_touchdown: value, peak: value, mean: value, range: value }, closed));

const gaitCycle = <T extends TSchema>(value: T) =>
  sides(Type.Object({ stride_time_ms: value, stance_percent: value, swing_percent: value }, closed));

/** Every number of the back view, `value` wide: once as numbers, once as what they are worth. */
const pronationOnly = <T extends TSchema>(value: T) => ({
  metrics: metrics(value),
  pronation: frontalAngle(value),
  gait_cycle: gaitCycle(value),
});

const wholeBody = <T extends TSchema>(value: T) => ({
  metrics: metrics(value),
  pronation: frontalAngle(value),
  pelvic_drop: frontalAngle(value),
  knee_adduction: frontalAngle(value),
  hip_adduction: frontalAngle(value),
  gait_cycle: gaitCycle(value),
});

const share = Type.Number({ minimum: 0, maximum: 1 });

/** How likely a foot rolls too little, as it should, too much; null when its angle was withheld. */
const PronationClassSchema = Type.Object(
  {
    pattern: Nullable(Type.Enum(['supination', 'neutral', 'overpronation'])),
    probabilities: Nullable(
      Type.Object(
        { supination: share, neutral: share, overpronation: share },
        { ...closed, title: 'PronationProbabilities' },
      ),
    ),
  },
  { ...closed, title: 'PronationClass' },
);

const differenceSchema = Type.Object(
  {
    value: Nullable(Type.Number({ description: 'Left less right, degrees.' })),
    half_width: Nullable(Type.Number({ minimum: 0 })),
    unit: Type.String(),
    n: Type.Integer({ minimum: 0 }),
    reason: Type.Optional(Type.String()),
    beyond_doubt: Type.Boolean({
      description: 'Whether the interval excludes zero; otherwise there is no proven difference.',
    }),
  },
  { ...closed, title: 'AngleDifference' },
);

const seen = {
  running: Type.Boolean({ description: 'False for walking or no locomotion; no running metric is given then.' }),
  camera: CameraSchema,
  camera_roll_degree: QualifiedSchema,
  slow_motion: SlowMotionSchema,
  pose_network: Type.String(),
  video: VideoQualitySchema,
  tracks: TracksQualitySchema,
  warnings: Type.Array(WarningSchema),
};

const pronationAdditional = {
  pronation_at_mid_stance: sides(QualifiedSchema),
  pronation_peak_time_percent: sides(QualifiedSchema),
  pronation_class: sides(PronationClassSchema),
};

const timeSymmetry = { contact_time: AsymmetrySchema, step_time: AsymmetrySchema };

/** The body of `…/results/calculated_data` for a back view. Angles are degrees in the frontal plane. */
export const BackViewCalculatedDataSchema = Type.Object(
  {
    ...wholeBody(number),
    total_score: ScoreNumberSchema,
    quality: Type.Object(
      {
        ...wholeBody(UncertaintySchema),
        additional: Type.Object(
          {
            ...pronationAdditional,
            pelvic_drop_at_mid_stance: sides(QualifiedSchema),
            knee_adduction_at_mid_stance: sides(QualifiedSchema),
            hip_adduction_at_mid_stance: sides(QualifiedSchema),
            step_width_meter: QualifiedSchema,
            trunk_lateral_lean_degree: QualifiedSchema,
          },
          closed,
        ),
        symmetry: Type.Object(
          {
            ...timeSymmetry,
            pelvic_drop: differenceSchema,
            knee_adduction: differenceSchema,
            hip_adduction: differenceSchema,
          },
          closed,
        ),
        ...seen,
      },
      closed,
    ),
  },
  { ...closed, title: 'BackViewCalculatedData', ...ours('back_view') },
);

/** The same with `full_body=false`. */
export const PronationCalculatedDataSchema = Type.Object(
  {
    ...pronationOnly(number),
    total_score: ScoreNumberSchema,
    quality: Type.Object(
      {
        ...pronationOnly(UncertaintySchema),
        additional: Type.Object(pronationAdditional, closed),
        symmetry: Type.Object(timeSymmetry, closed),
        ...seen,
      },
      closed,
    ),
  },
  { ...closed, title: 'PronationCalculatedData', ...ours('back_view') },
);

export type BackViewCalculatedDataBody = Static<typeof BackViewCalculatedDataSchema>;
export type PronationCalculatedDataBody = Static<typeof PronationCalculatedDataSchema>;
