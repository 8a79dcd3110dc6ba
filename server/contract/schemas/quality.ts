import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { closed, Nullable } from './nullable.ts';

const uncertainty = {
  half_width: Nullable(Type.Number({ minimum: 0, description: 'Half the width of a 90 % interval around the value.' })),
  unit: Type.String(),
  n: Type.Integer({ minimum: 0, description: 'Number of steps, strides or frames behind the value.' }),
  reason: Type.Optional(Type.String({ description: 'Why the value was withheld; present exactly when it is null.' })),
};

/** How far to trust a value that stands elsewhere in the body. */
export const UncertaintySchema = Type.Object(uncertainty, { ...closed, title: 'Uncertainty' });

/** A value that stands nowhere else, with its uncertainty. */
export const QualifiedSchema = Type.Object(
  { value: Nullable(Type.Number()), ...uncertainty },
  { ...closed, title: 'QualifiedValue' },
);

const probability = Type.Number({ minimum: 0, maximum: 1 });

/** How likely each strike pattern is; null when the foot's angle was withheld. */
export const StrikeSchema = Nullable(
  Type.Object(
    { rearfoot: probability, midfoot: probability, forefoot: probability },
    { ...closed, title: 'StrikeProbabilities' },
  ),
);

const JointSchema = Type.Object(
  {
    at_touchdown: UncertaintySchema,
    at_mid_stance: UncertaintySchema,
    at_toe_off: UncertaintySchema,
    min: UncertaintySchema,
    max: UncertaintySchema,
    range: UncertaintySchema,
  },
  { ...closed, title: 'JointAngleUncertainty' },
);
const SidesSchema = Type.Object({ left: JointSchema, right: JointSchema }, closed);

const CycleSchema = Type.Object(
  {
    at_touchdown: QualifiedSchema,
    at_mid_stance: QualifiedSchema,
    at_toe_off: QualifiedSchema,
    min: QualifiedSchema,
    max: QualifiedSchema,
    range: QualifiedSchema,
    curve: Type.Array(Nullable(Type.Number()), { minItems: 101, maxItems: 101 }),
  },
  { ...closed, title: 'BodyAngleCycle', description: 'An angle of the whole body over the gait cycle, degrees.' },
);

export const AsymmetrySchema = Type.Object(
  {
    value: Nullable(Type.Number({ description: '100 * (left - right) / mean of both.' })),
    ...uncertainty,
    beyond_doubt: Type.Boolean({
      description: 'Whether the interval excludes zero; otherwise there is no proven difference.',
    }),
  },
  { ...closed, title: 'Asymmetry' },
);

/** Two ways to one quantity. */
export const CrossCheckSchema = Type.Object(
  {
    name: Type.String(),
    unit: Type.String(),
    values: Type.Tuple([Type.Number(), Type.Number()]),
    difference: Type.Number(),
    allowed: Type.Number({ minimum: 0, description: 'What the uncertainties explain in 99 of 100 clips.' }),
    holds: Type.Boolean(),
  },
  { ...closed, title: 'CrossCheck' },
);

export const WarningSchema = Type.Object(
  { code: Type.String(), message: Type.String() },
  { ...closed, title: 'ClipWarning' },
);

/** The clip as it came in. */
export const VideoQualitySchema = Type.Object(
  {
    container: Type.String(),
    codec: Type.String(),
    width: Type.Integer(),
    height: Type.Integer(),
    rotation: Type.Integer(),
    frames: Type.Integer(),
    fps: Type.Number(),
    duration_s: Type.Number(),
    variable_frame_rate: Type.Boolean(),
    hdr: Type.Boolean(),
    interlaced: Type.Boolean({ description: 'Whether each picture holds two moments; the first was used.' }),
  },
  { ...closed, title: 'ClipFacts' },
);

/** How well the runner was followed. */
export const TracksQualitySchema = Type.Object(
  {
    found_fraction: Type.Number(),
    ambiguous_fraction: Type.Number(),
    leg_swaps_repaired: Type.Integer(),
    outliers_rejected: Type.Integer(),
    gaps_filled: Type.Integer(),
    has_feet: Type.Boolean(),
    body_height_px: Type.Number(),
  },
  { ...closed, title: 'TrackFacts' },
);

export const CameraSchema = Type.Enum(['treadmill', 'static', 'panning']);

export const SlowMotionSchema = Type.Object(
  {
    factor: Type.Number({ description: 'Seconds of the file per second of real time; 1 at full speed.' }),
    source: Type.Enum(['file', 'container', 'gait']),
  },
  closed,
);

/** What every number of the calculated data is worth, and what was seen of the clip. */
export const QualitySchema = Type.Object(
  {
    metrics: Type.Object(
      {
        speed_meter_per_second: UncertaintySchema,
        step_length_meter: UncertaintySchema,
        pace_min_per_km: UncertaintySchema,
        step_frequency_steps_per_min: UncertaintySchema,
        ground_contact_time_ms: UncertaintySchema,
        time_of_flight_ms: UncertaintySchema,
        duty_factor: UncertaintySchema,
      },
      closed,
    ),
    overstride: Type.Object({ mean_angle: UncertaintySchema }, closed),
    foot_strike: Type.Object(
      { probabilities: StrikeSchema },
      { ...closed, description: 'Mean over the landings; the pattern is the one with at least one half.' },
    ),
    foot_landing: Type.Array(Type.Object({ step: Type.Integer({ minimum: 1 }), ...uncertainty }, closed)),
    angles: Type.Object(
      { ankle: SidesSchema, knee: SidesSchema, hip: SidesSchema, shoulder: SidesSchema, elbow: SidesSchema },
      closed,
    ),
    segments: Type.Object(
      {
        arm: QualifiedSchema,
        back_cycle: QualifiedSchema,
        foot: QualifiedSchema,
        forward_cycle: QualifiedSchema,
        head: QualifiedSchema,
        trunk: QualifiedSchema,
      },
      { ...closed, description: 'The angle behind each segment score.' },
    ),
    additional: Type.Object(
      { vertical_oscillation_meter: QualifiedSchema, trunk_lean: CycleSchema, head_gaze: CycleSchema },
      closed,
    ),
    symmetry: Type.Object(
      {
        contact_time: AsymmetrySchema,
        step_time: AsymmetrySchema,
        knee_flexion: AsymmetrySchema,
        hip_range: AsymmetrySchema,
        ankle_range: AsymmetrySchema,
      },
      closed,
    ),
    cross_checks: Type.Array(CrossCheckSchema),
    running: Type.Boolean({ description: 'False for walking or no locomotion; no running metric is given then.' }),
    view: Type.Enum(['side', 'frontal']),
    facing: Type.Enum(['left', 'right']),
    camera: CameraSchema,
    speed_source: Type.Optional(
      Nullable(
        Type.Enum(['pace', 'shoes', 'ankles', 'standing_leg', 'hips'], {
          description:
            'What the speed was read from: the given pace, the shoes or ankles that stand on the belt, the hips relative to the standing leg, or the path of the hips. Null if the speed was withheld; absent in analyses by older versions.',
        }),
      ),
    ),
    ground: Type.Object(
      {
        tilt_degree: QualifiedSchema,
        corrected: Type.Boolean({
          description: 'Whether angles are relative to the tilted ground instead of the picture’s vertical.',
        }),
        growth_percent: Type.Number({ description: 'By how much the runner’s size grows through the clip.' }),
      },
      { ...closed, description: 'Slope of the ground, rising towards the right of the picture.' },
    ),
    slow_motion: SlowMotionSchema,
    pose_network: Type.String(),
    video: VideoQualitySchema,
    tracks: TracksQualitySchema,
    warnings: Type.Array(WarningSchema),
  },
  { ...closed, title: 'Quality', ...ours('quality') },
);

export type QualityBody = Static<typeof QualitySchema>;
export type UncertaintyBody = Static<typeof UncertaintySchema>;
export type QualifiedBody = Static<typeof QualifiedSchema>;
export type StrikeBody = Static<typeof StrikeSchema>;
export type CycleBody = Static<typeof CycleSchema>;
export type AsymmetryBody = Static<typeof AsymmetrySchema>;
export type CrossCheckBody = Static<typeof CrossCheckSchema>;
export type WarningBody = Static<typeof WarningSchema>;
