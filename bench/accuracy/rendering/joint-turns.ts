import { type Matrix, multiply, rotationX, rotationY, rotationZ } from './matrix4.ts';

/** Joint angles of one frame in radians, by the names of OpenSim's running models. */
export type JointAngles = Readonly<Record<string, number>>;

/** How the hips, and each bone of the legs, are turned in OpenSim's axes (forward, up, right). */
export function jointTurns(q: JointAngles): Map<string, Matrix> {
  const pelvis = [rotationZ(q.pelvis_tilt), rotationX(q.pelvis_list), rotationY(q.pelvis_rotation)].reduce(multiply);
  const turns = new Map<string, Matrix>([['Hips', pelvis]]);
  for (const [letter, name, inward] of [
    ['r', 'Right', 1],
    ['l', 'Left', -1],
  ] as const) {
    const at = (joint: string): number => q[`${joint}_${letter}`] ?? 0;
    const thigh = [
      pelvis,
      rotationZ(at('hip_flexion')),
      rotationX(inward * at('hip_adduction')),
      rotationY(inward * at('hip_rotation')),
    ].reduce(multiply);
    const shank = multiply(thigh, rotationZ(at('knee_angle')));
    const foot = [shank, rotationZ(at('ankle_angle')), rotationX(inward * at('subtalar_angle'))].reduce(multiply);
    turns.set(`${name}UpLeg`, thigh).set(`${name}Leg`, shank).set(`${name}Foot`, foot);
    turns.set(`${name}ToeBase`, multiply(foot, rotationZ(at('mtp_angle'))));
  }
  return turns;
}
