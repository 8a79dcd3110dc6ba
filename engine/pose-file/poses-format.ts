import { type Static, Type } from 'typebox';
import { networkIds } from '../../models/registry.ts';
import { keypointNames } from '../pose/keypoint-names.ts';
import { languages } from '../score/language.ts';
import { defaultLimits } from '../video/probe.ts';
import { posesFormat, posesVersion } from './poses-mark.ts';

/** An object that has no fields but those given. */
const closed = { additionalProperties: false } as const;

/** Of a file; the longest clip allowed makes about a third of it. */
export const mostPosesBytes = 32e6;

const { maxFrames, minFrames } = defaultLimits;
/** Nothing that is seen in a picture lies further from it than this, pixels. */
const furthestPx = 1e6;
const mostSidePx = 65_536;

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Count = Type.Integer({ minimum: 0, maximum: maxFrames });
const SidePx = Type.Integer({ minimum: 1, maximum: mostSidePx });
const TimeS = Type.Number({ minimum: 0, maximum: 3600 });
const Px = Type.Number({ minimum: -furthestPx, maximum: furthestPx });
const AngleDeg = orNull(Type.Number({ minimum: -360, maximum: 360 }));
const Share = Type.Number({ minimum: 0, maximum: 1 });

const TermsSchema = Type.Object(
  {
    view: Type.Enum(['side', 'back']),
    heightM: Type.Number({ minimum: 0.5, maximum: 2.5 }),
    treadmill: Type.Boolean(),
    /** Seconds per kilometre. */
    paceSPerKm: orNull(Type.Number({ exclusiveMinimum: 0, maximum: 6000 })),
    fullBody: Type.Boolean(),
    language: Type.Enum([...languages]),
  },
  closed,
);

const VideoSchema = Type.Object(
  {
    container: Type.Enum(['mp4', 'mov', 'avi', 'webm']),
    codec: Type.String({ maxLength: 64 }),
    widthPx: SidePx,
    heightPx: SidePx,
    rotationDeg: Type.Enum([0, 90, 180, 270]),
    durationS: Type.Number({ exclusiveMinimum: 0, maximum: defaultLimits.maxDurationS + 1 }),
    fps: Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
    variableFrameRate: Type.Boolean(),
    captureFps: orNull(Type.Number({ exclusiveMinimum: 0, maximum: 1e6 })),
    hdr: Type.Boolean(),
    interlaced: Type.Boolean(),
    /** Of every frame of the clip, seconds, increasing. */
    frameTimesS: Type.Array(TimeS, { minItems: minFrames, maxItems: maxFrames }),
  },
  closed,
);

const PeopleSchema = Type.Object(
  {
    lasting: Type.Integer({ minimum: 0, maximum: 1e6 }),
    followed: Type.Integer({ minimum: 0, maximum: 1e6 }),
    followedShare: Share,
    largerNotFollowed: Type.Boolean(),
  },
  closed,
);

const SpeedPxS = Type.Number({ minimum: -furthestPx, maximum: furthestPx });
const ShoeSchema = Type.Object(
  { side: Type.Enum(['left', 'right']), timeS: TimeS, backwardPxS: SpeedPxS, downwardPxS: SpeedPxS },
  closed,
);

/** The first line: the clip, and what was asked of it. */
export const HeaderSchema = Type.Object(
  {
    format: Type.Literal(posesFormat),
    version: Type.Literal(posesVersion),
    terms: TermsSchema,
    source: orNull(
      Type.Object(
        { clipSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), network: Type.String({ maxLength: 200 }) },
        closed,
      ),
    ),
    video: VideoSchema,
    /** Whose habits the keypoints have. */
    network: Type.Enum([...networkIds, 'custom']),
    people: orNull(PeopleSchema),
    keypointNames: Type.Array(Type.Enum([...keypointNames]), {
      minItems: keypointNames.length,
      maxItems: keypointNames.length,
    }),
    /** Lines that follow of each kind, in this order. */
    frames: Type.Integer({ minimum: 1, maximum: maxFrames }),
    /** Of a side view whose pictures were looked at for the belt's speed. */
    shoes: Type.Optional(Type.Array(ShoeSchema, { maxItems: maxFrames })),
    /** Null of a side view. */
    pictures: orNull(
      Type.Object(
        {
          pelvis: Count,
          feet: Type.Integer({ minimum: 0, maximum: 2 * maxFrames }),
          /** Absent from files of releases that did not look for level lines. */
          levelLineDeg: Type.Optional(orNull(Type.Number({ minimum: -45, maximum: 45 }))),
        },
        closed,
      ),
    ),
  },
  closed,
);

/** One frame that was read. `points`: x, y, score by keypoint; null where the network gave none. */
export const FrameSchema = Type.Object(
  {
    frame: Count,
    timeS: TimeS,
    found: Type.Boolean(),
    points: Type.Array(orNull(Type.Tuple([orNull(Px), orNull(Px), Share])), {
      minItems: keypointNames.length,
      maxItems: keypointNames.length,
    }),
  },
  closed,
);

const Outline = Type.Array(orNull(Type.Number({ minimum: -1e3, maximum: 1e3 })), { maxItems: 1000 });

/** What one frame's picture shows of the pelvis. */
export const PelvisSchema = Type.Object(
  {
    pelvis: Type.Object(
      {
        frame: Count,
        timeS: TimeS,
        outline: Type.Object(
          { left: Outline, right: Outline, contrast: Type.Number({ minimum: 0, maximum: 1e3 }) },
          closed,
        ),
        /** Absent in files of releases that did not look at the seat. */
        seatLeanDeg: Type.Optional(orNull(Type.Number({ minimum: -90, maximum: 90 }))),
      },
      closed,
    ),
  },
  closed,
);

const PointPx = Type.Tuple([Px, Px]);
const MidlineSchema = orNull(Type.Object({ top: PointPx, bottom: PointPx }, closed));

/** What one frame's picture says of one foot on the ground. */
export const FootSchema = Type.Object(
  {
    foot: Type.Object(
      {
        frame: Count,
        timeS: TimeS,
        side: Type.Enum(['left', 'right']),
        shankAxisDeg: AngleDeg,
        heelAxisDeg: AngleDeg,
        shankHalfWidthDeg: AngleDeg,
        heelHalfWidthDeg: AngleDeg,
        shankLine: MidlineSchema,
        heelLine: MidlineSchema,
        sharpness: Type.Number({ minimum: 0, maximum: 1e3 }),
        reason: Type.Optional(
          Type.Enum(['too_small', 'out_of_picture', 'blurred', 'low_contrast', 'occluded', 'no_midline']),
        ),
      },
      closed,
    ),
  },
  closed,
);

export type PosesHeader = Static<typeof HeaderSchema>;
