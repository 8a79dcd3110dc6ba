/** Joint angles of one frame in radians, as the renderer took them. */
export type RigAngles = Readonly<Record<string, number>>;

type Vector = readonly [forward: number, up: number, right: number];

const aboutForward = ([x, y, z]: Vector, angle: number): Vector => [
  x,
  y * Math.cos(angle) - z * Math.sin(angle),
  y * Math.sin(angle) + z * Math.cos(angle),
];
const aboutUp = ([x, y, z]: Vector, angle: number): Vector => [
  x * Math.cos(angle) + z * Math.sin(angle),
  y,
  -x * Math.sin(angle) + z * Math.cos(angle),
];
const aboutRight = ([x, y, z]: Vector, angle: number): Vector => [
  x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
  z,
];

/**
 * A direction that moves with a rearfoot, in the world (forward, up, to the right), from its direction while the avatar stands: the
 * chain of joints that the renderer turns the foot's bone by. A shoe that hangs on the leg's bone too takes the share `heelGain` of an
 * eversion.
 */
export function turnedWithFoot(direction: Vector, q: RigAngles, side: 'left' | 'right', heelGain = 1): Vector {
  const letter = side === 'left' ? 'l' : 'r';
  const inward = side === 'left' ? -1 : 1;
  const at = (joint: string): number => q[`${joint}_${letter}`] ?? 0;
  return turnedWithShank(
    aboutRight(aboutForward(direction, heelGain * inward * at('subtalar_angle')), at('ankle_angle')),
    q,
    side,
  );
}

/** The same for a direction that moves with a shank. */
export function turnedWithShank(direction: Vector, q: RigAngles, side: 'left' | 'right'): Vector {
  return turnedWithThigh(aboutRight(direction, q[`knee_angle_${side === 'left' ? 'l' : 'r'}`] ?? 0), q, side);
}

/** The same for a direction that moves with a thigh. */
export function turnedWithThigh(direction: Vector, q: RigAngles, side: 'left' | 'right'): Vector {
  const letter = side === 'left' ? 'l' : 'r';
  const inward = side === 'left' ? -1 : 1;
  const at = (joint: string): number => q[`${joint}_${letter}`] ?? 0;
  const rotated = aboutForward(aboutUp(direction, inward * at('hip_rotation')), inward * at('hip_adduction'));
  return turnedWithPelvis(aboutRight(rotated, at('hip_flexion')), q);
}

/** The same for a direction that moves with the pelvis. */
export const turnedWithPelvis = (direction: Vector, q: RigAngles): Vector =>
  aboutRight(aboutForward(aboutUp(direction, q.pelvis_rotation ?? 0), q.pelvis_list ?? 0), q.pelvis_tilt ?? 0);
