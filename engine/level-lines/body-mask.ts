import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { Tracks } from '../tracks/tracks.ts';

/** Where the runner may be in a picture: thick lines along his bones. Pixels of that picture. */
export interface BodyMask {
  /** Middle of the trunk: what lies behind him is seen to the left and to the right of it. */
  readonly middleXPx: number;
  readonly covers: (xPx: number, yPx: number) => boolean;
}

interface Bone {
  readonly fromX: number;
  readonly fromY: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly lengthSquared: number;
}

const bones: readonly (readonly [KeypointName, KeypointName])[] = [
  ['left_shoulder', 'right_shoulder'],
  ['left_hip', 'right_hip'],
  ['left_shoulder', 'left_hip'],
  ['right_shoulder', 'right_hip'],
  ['left_shoulder', 'right_hip'],
  ...(['left', 'right'] as const).flatMap((side): [KeypointName, KeypointName][] => [
    [`${side}_shoulder`, `${side}_ear`],
    [`${side}_shoulder`, `${side}_elbow`],
    [`${side}_elbow`, `${side}_wrist`],
    [`${side}_hip`, `${side}_knee`],
    [`${side}_knee`, `${side}_ankle`],
  ]),
  ['left_ear', 'right_ear'],
];
/** From a bone outwards, trunk lengths: clothes, hands and shoes with it. */
const thickness = 0.33;

/**
 * The runner in one frame of the tracks; null where hips or shoulders are not known.
 *
 * @param scale Pixels of the picture for one of the clip.
 */
export function bodyMask({ points }: Pick<Tracks, 'points'>, frame: number, scale: number): BodyMask | null {
  const at = (name: KeypointName): readonly [number, number] => [
    scale * points[name].xPx[frame],
    scale * points[name].yPx[frame],
  ];
  const spots = new Map(keypointNames.map((name) => [name, at(name)]));
  const spot = (name: KeypointName) => spots.get(name) ?? [Number.NaN, Number.NaN];
  const [leftHip, rightHip, leftShoulder, rightShoulder] = (
    ['left_hip', 'right_hip', 'left_shoulder', 'right_shoulder'] as const
  ).map(spot);
  const trunkPx = Math.hypot(
    (leftShoulder[0] + rightShoulder[0] - leftHip[0] - rightHip[0]) / 2,
    (leftShoulder[1] + rightShoulder[1] - leftHip[1] - rightHip[1]) / 2,
  );
  if (!(trunkPx > 0)) return null;
  const reach = (thickness * trunkPx) ** 2;
  const seen = bones.flatMap(([from, to]): Bone[] => {
    const [fromX, fromY] = spot(from);
    const [toX, toY] = spot(to);
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const lengthSquared = alongX ** 2 + alongY ** 2;
    return Number.isFinite(lengthSquared) ? [{ fromX, fromY, alongX, alongY, lengthSquared }] : [];
  });
  return {
    middleXPx: (leftHip[0] + rightHip[0] + leftShoulder[0] + rightShoulder[0]) / 4,
    covers: (xPx, yPx) =>
      seen.some(({ fromX, fromY, alongX, alongY, lengthSquared }) => {
        const [x, y] = [xPx - fromX, yPx - fromY];
        const share = lengthSquared > 0 ? Math.max(0, Math.min(1, (x * alongX + y * alongY) / lengthSquared)) : 0;
        return (x - share * alongX) ** 2 + (y - share * alongY) ** 2 < reach;
      }),
  };
}
