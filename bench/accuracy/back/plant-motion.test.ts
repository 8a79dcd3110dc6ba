import { expect, test } from 'vitest';
import { jointMotionText } from '../rendering/joint-motion.ts';
import { type MotionLoop, mirrored, plantMotion } from './plant-motion.ts';
import { turnedWithPelvis, turnedWithThigh } from './rig-rotation.ts';

const names = [
  'pelvis_tilt',
  'pelvis_list',
  'pelvis_rotation',
  'pelvis_tx',
  'pelvis_ty',
  'lumbar_bending',
  ...['r', 'l'].flatMap((side) => [`hip_adduction_${side}`, `hip_rotation_${side}`, `subtalar_angle_${side}`]),
];
const timesS = Array.from({ length: 81 }, (_, i) => i / 100);
const loop: MotionLoop = {
  motion: {
    names,
    timesS,
    rows: timesS.map((t) =>
      names.map((name) => (name === 'pelvis_list' ? 0.05 * Math.sin((2 * Math.PI * t) / 0.7) : 0)),
    ),
  },
  startS: 0.05,
  endS: 0.75,
  stances: [
    { side: 'R', onS: 0.05, offS: 0.31 },
    { side: 'L', onS: 0.4, offS: 0.66 },
  ],
};
const degrees = 180 / Math.PI;
const valueAt = ({ motion }: MotionLoop, name: string, timeS: number): number => {
  const row = motion.timesS.findIndex((time) => time >= timeS - 1e-9);
  return motion.rows[row][motion.names.indexOf(name)] * degrees;
};

test('the pelvis hangs on the swing side as planted, and the thighs keep their directions', () => {
  const planted = plantMotion(loop, { pelvicDropDeg: { left: 8, right: 3 } });
  expect(valueAt(planted, 'pelvis_list', 0.13)).toBeCloseTo(-3, 1);
  expect(valueAt(planted, 'pelvis_list', 0.48)).toBeCloseTo(8, 1);
  const plain = plantMotion(loop, {});
  for (const row of [0, 20, 55, 100]) {
    const q = (of: MotionLoop) => Object.fromEntries(names.map((name, i) => [name, of.motion.rows[row][i]]));
    for (const side of ['left', 'right'] as const) {
      const [was, is] = [plain, planted].map((of) => turnedWithThigh([0, -1, 0], q(of), side));
      expect(is[2]).toBeCloseTo(was[2], 9);
    }
    expect(turnedWithPelvis([0, 0, 1], q(planted))).not.toEqual(turnedWithPelvis([0, 0, 1], q(plain)));
  }
});

test('the heel everts to the peak asked for in stance', () => {
  const planted = plantMotion(loop, { eversionPeakDeg: { left: 12, right: 4 } });
  const peak = (name: string, from: number, to: number): number =>
    Math.max(...planted.motion.timesS.filter((t) => t > from && t < to).map((t) => -valueAt(planted, name, t)));
  expect(peak('subtalar_angle_r', 0, 0.26)).toBeCloseTo(4, 0);
  expect(peak('subtalar_angle_l', 0.35, 0.61)).toBeCloseTo(12, 0);
});

test('a mirrored motion is the other leg’s', () => {
  const planted = mirrored(plantMotion(loop, { pelvicDropDeg: { left: 8, right: 3 } }));
  expect(planted.stances.map(({ side }) => side)).toEqual(['L', 'R']);
  expect(valueAt(planted, 'pelvis_list', 0.48)).toBeCloseTo(-8, 1);
});

test('a motion is written as OpenSim reads it', () => {
  const lines = jointMotionText(loop.motion).split('\n');
  expect(lines[lines.indexOf('endheader') + 1].split('\t')).toEqual(['time', ...names]);
  expect(lines.at(-2)?.split('\t')).toHaveLength(names.length + 1);
});
