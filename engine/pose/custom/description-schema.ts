import { type Static, Type } from 'typebox';

/** An object that has no fields but those given, so that a misspelt one is told. */
const closed = { additionalProperties: false } as const;

const longestSidePx = 1024;
const Name = Type.String({ minLength: 1, maxLength: 200 });
const SidePx = Type.Integer({ minimum: 16, maximum: longestSidePx });
const Layout = Type.Enum(['nhwc', 'nchw']);
const Mean = Type.Number({ minimum: -1e6, maximum: 1e6 });
const Deviation = Type.Number({ minimum: 1e-3, maximum: 1e6 });

const InputSchema = Type.Object(
  {
    name: Name,
    widthPx: SidePx,
    heightPx: SidePx,
    layout: Layout,
    channels: Type.Enum(['rgb', 'bgr']),
    /** Of red, green and blue, in bytes: a channel's value is `(byte - mean) / std`. */
    mean: Type.Tuple([Mean, Mean, Mean]),
    std: Type.Tuple([Deviation, Deviation, Deviation]),
  },
  closed,
);

const CropSchema = Type.Object(
  {
    /** Side of what the network is shown, as a multiple of the square that the runner is followed with. */
    scale: Type.Optional(Type.Number({ minimum: 0.25, maximum: 4 })),
    border: Type.Optional(Type.Enum(['black', 'edge'])),
    rotation: Type.Optional(Type.Enum(['upright', 'follow'])),
  },
  closed,
);

const HeatmapSchema = Type.Object(
  {
    name: Name,
    layout: Layout,
    values: Type.Enum(['probabilities', 'logits']),
    cells: Type.Optional(Type.Enum(['strided', 'centred', 'aligned'])),
    refine: Type.Optional(Type.Enum(['quarter', 'gaussian'])),
  },
  closed,
);

const SimccSchema = Type.Object(
  {
    x: Name,
    y: Name,
    /** Bins per pixel of the input. */
    splitRatio: Type.Number({ minimum: 0.125, maximum: 16 }),
    score: Type.Optional(Type.Enum(['least', 'mean'])),
    refine: Type.Optional(Type.Enum(['none', 'gaussian'])),
  },
  closed,
);

const RegressionSchema = Type.Object(
  {
    name: Name,
    /** What the numbers of a point mean, in their order. */
    columns: Type.Array(Type.Enum(['x', 'y', 'score', 'unused']), { minItems: 2, maxItems: 16 }),
    units: Type.Enum(['pixels', 'share']),
    scores: Type.Optional(Type.Enum(['probabilities', 'logits'])),
  },
  closed,
);

const OutputSchema = Type.Object(
  {
    heatmap: Type.Optional(HeatmapSchema),
    simcc: Type.Optional(SimccSchema),
    regression: Type.Optional(RegressionSchema),
  },
  { ...closed, minProperties: 1, maxProperties: 1 },
);

/** What a user says of a network of their own; docs/reference/custom-networks.md explains every field. */
export const DescriptionSchema = Type.Object(
  {
    format: Type.Literal(1),
    name: Name,
    onnx: Type.String({ minLength: 1, maxLength: 4096 }),
    sha256: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{64}$' })),
    licence: Name,
    input: InputSchema,
    crop: Type.Optional(CropSchema),
    output: OutputSchema,
    /** Score below which a point counts as not given. */
    leastScore: Type.Optional(Type.Number({ minimum: 0, maximum: 0.95 })),
    /** Names of the points in the network's order. */
    keypoints: Type.Array(Type.Union([Type.String({ maxLength: 200 }), Type.Null()]), { minItems: 1, maxItems: 1024 }),
  },
  closed,
);

export type NetworkDescription = Static<typeof DescriptionSchema>;
export type DescribedHeatmap = Static<typeof HeatmapSchema>;
export type DescribedSimcc = Static<typeof SimccSchema>;
export type DescribedRegression = Static<typeof RegressionSchema>;
