import { type Static, Type } from 'typebox';
import { ours } from '../decisions/ours.ts';
import { closed, Nullable } from './nullable.ts';

const degrees = Nullable(Type.Number());
const SidesSchema = Type.Object({ left: degrees, right: degrees }, closed);

const header = {
  fps: Type.Number({ description: 'Mean frame rate; `time_s` holds the true times.' }),
  width: Type.Integer({ description: 'Of the picture as a viewer sees it, pixels.' }),
  height: Type.Integer(),
  model: Type.String({ description: 'The pose network.' }),
  keypoint_names: Type.Array(Type.String(), { description: 'In the order of `keypoints`.' }),
};

/** Touchdowns, middles of stance and toe-offs nearest to a frame; the true moment lies between frames. */
export const FrameEventSchema = Type.Object(
  {
    type: Type.Enum(['touchdown', 'mid_stance', 'toe_off']),
    side: Type.Enum(['left', 'right']),
    time_s: Type.Number({ description: 'The moment itself, to a fraction of a frame.' }),
  },
  { ...closed, title: 'FrameEvent' },
);

const SideAnglesSchema = Type.Object(
  { ankle: SidesSchema, knee: SidesSchema, hip: SidesSchema, shoulder: SidesSchema, elbow: SidesSchema },
  {
    ...closed,
    title: 'FrameAngles',
    description: 'Degrees as in `calculated_data`: flexion positive, 0 is straight. Null if unknown or if nobody runs.',
  },
);

const FrontalAnglesSchema = Type.Object(
  { pelvic_drop: SidesSchema, knee_adduction: SidesSchema, hip_adduction: SidesSchema },
  {
    ...closed,
    title: 'FrameFrontalAngles',
    description:
      'Back view. Degrees as in `calculated_data`, each side as if it were the standing one. Null if unknown or if nobody runs.',
  },
);

export const FrameSchema = Type.Object(
  {
    index: Type.Integer({ minimum: 0 }),
    time_s: Type.Number({ description: "By the container's time stamps." }),
    keypoints: Type.Array(
      Nullable(
        Type.Tuple([Type.Number(), Type.Number(), Type.Number({ minimum: 0, maximum: 1 })], {
          description: 'x to the right and y down, pixels; score of the network. Null where the point was not found.',
        }),
      ),
    ),
    angles: Type.Union([SideAnglesSchema, FrontalAnglesSchema], { description: 'By the view of the analysis.' }),
    events: Type.Array(FrameEventSchema),
  },
  { ...closed, title: 'Frame', ...ours('frame_data') },
);

/** The first line of the newline-delimited form. */
export const FrameDataHeaderSchema = Type.Object(header, {
  ...closed,
  title: 'FrameDataHeader',
  ...ours('frame_data'),
});

/** The body of `…/results/frame_data`. */
export const FrameDataSchema = Type.Object(
  { ...header, frames: Type.Array(FrameSchema) },
  { ...closed, title: 'FrameData', ...ours('frame_data') },
);

export type FrameDataHeader = Static<typeof FrameDataHeaderSchema>;
export type FrameBody = Static<typeof FrameSchema>;
export type FrameEventBody = Static<typeof FrameEventSchema>;
