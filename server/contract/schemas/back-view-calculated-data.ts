import { type TSchema, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { ScoreNumberSchema } from './common.ts';
import { closed, Nullable } from './nullable.ts';
import { TracksQualitySchema, UncertaintySchema, VideoQualitySchema, WarningSchema } from './quality.ts';

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

const seen = {
  running: Type.Boolean(),
  pose_network: Type.String(),
  video: VideoQualitySchema,
  tracks: TracksQualitySchema,
  warnings: Type.Array(WarningSchema),
};

/** The body of `…/results/calculated_data` for a back view. Angles are degrees in the frontal plane. */
export const BackViewCalculatedDataSchema = Type.Object(
  {
    ...wholeBody(number),
    total_score: ScoreNumberSchema,
    quality: Type.Object({ ...wholeBody(UncertaintySchema), ...seen }, closed),
  },
  { ...closed, title: 'BackViewCalculatedData', ...ours('back_view') },
);

/** The same with `full_body=false`. */
export const PronationCalculatedDataSchema = Type.Object(
  {
    ...pronationOnly(number),
    total_score: ScoreNumberSchema,
    quality: Type.Object({ ...pronationOnly(UncertaintySchema), ...seen }, closed),
  },
  { ...closed, title: 'PronationCalculatedData', ...ours('back_view') },
);
