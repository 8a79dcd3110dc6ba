import { beforeAll, expect, it } from 'vitest';
import { AvatarRig, type Bone } from './avatar-rig.ts';
import type { Matrix } from './matrix4.ts';
import type { SoleVertex } from './sole-vertex.ts';
import { type Standing, soleSpeedMps, standOnSoles } from './stand-on-soles.ts';

const at = (x: number, y: number, z: number): Matrix => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];

/** A stick figure: legs of 0.8 m, feet with a heel, a ball and a tip. */
function stickRig(): AvatarRig {
  const bones: Bone[] = [{ name: 'Hips', parent: null, rest: at(0, 0.9, 0) }];
  const soles: SoleVertex[] = [];
  for (const [name, side, x] of [
    ['Left', 'left', 0.1],
    ['Right', 'right', -0.1],
  ] as const) {
    bones.push(
      { name: `${name}UpLeg`, parent: 'Hips', rest: at(x, 0.88, 0) },
      { name: `${name}Leg`, parent: `${name}UpLeg`, rest: at(x, 0.48, 0) },
      { name: `${name}Foot`, parent: `${name}Leg`, rest: at(x, 0.08, 0) },
      { name: `${name}ToeBase`, parent: `${name}Foot`, rest: at(x, 0.02, 0.13) },
    );
    for (const [bone, local] of [
      ['Foot', [0, -0.08, -0.05]],
      ['Foot', [0, -0.08, 0.11]],
      ['ToeBase', [0, -0.02, 0.07]],
    ] as const)
      soles.push({ side, hangsOn: [{ bone: name + bone, share: 1, local }] });
  }
  return new AvatarRig(bones, soles);
}

const names = [
  'pelvis_tilt',
  'pelvis_list',
  'pelvis_rotation',
  'pelvis_tx',
  'pelvis_ty',
  ...['l', 'r'].flatMap((letter) =>
    ['hip_flexion', 'hip_adduction', 'hip_rotation', 'knee_angle', 'ankle_angle', 'subtalar_angle', 'mtp_angle'].map(
      (name) => `${name}_${letter}`,
    ),
  ),
];
const strideS = 0.72;

/** Legs that go round; what their soles do on the ground is nobody's. */
function row(timeS: number): number[] {
  const of = (name: string): number => {
    const phase = 2 * Math.PI * (timeS / strideS - (name.endsWith('_l') ? 0.5 : 0));
    if (name.startsWith('hip_flexion')) return 0.1 + 0.5 * Math.cos(phase);
    if (name.startsWith('knee_angle')) return -0.75 + 0.5 * Math.sin(phase + 0.3);
    if (name.startsWith('ankle_angle')) return 0.3 - 0.3 * Math.sin(phase);
    return name === 'pelvis_ty' ? 0.01 * Math.cos(4 * Math.PI * (timeS / strideS)) : 0;
  };
  return names.map(of);
}

const timesS = Array.from({ length: 145 }, (_, i) => (i / 144) * strideS);
const stances = [
  { side: 'R', onS: 0.02, offS: 0.26 },
  { side: 'L', onS: 0.38, offS: 0.62 },
] as const;
const loop = { motion: { names, timesS, rows: timesS.map(row) }, startS: 0, endS: strideS, stances };
const rig = stickRig();
let beltMps = 0;
let standing: Standing;

beforeAll(() => {
  beltMps = soleSpeedMps(loop, rig);
  standing = standOnSoles(loop, rig, beltMps, 1);
});

const soleAt = ({ motion }: typeof loop | Standing['loop'], timeS: number, side: 'left' | 'right') => {
  const values = motion.rows[Math.round((timeS / strideS) * (motion.rows.length - 1))];
  const q = Object.fromEntries(motion.names.map((name, i) => [name, values[i]]));
  return rig.soles(rig.pose(q, [0, rig.hipsM + q.pelvis_ty, 0]))[side];
};

it('a sole that stood nowhere keeps one level and goes with the belt', () => {
  expect(standing.leftOverM).toBeLessThan(0.002);
  const heights = (of: typeof loop | Standing['loop']): number[] =>
    [0.08, 0.12, 0.16, 0.2, 0.24].map((t) => soleAt(of, t, 'right').lowestM);
  const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  expect(range(heights(loop))).toBeGreaterThan(0.01);
  expect(range(heights(standing.loop))).toBeLessThan(0.002);
  expect(soleSpeedMps(standing.loop, rig)).toBeCloseTo(beltMps, 1);
});

it('both soles stand on one ground, from when they come down until they leave', () => {
  const [left, right] = [soleAt(standing.loop, 0.5, 'left'), soleAt(standing.loop, 0.14, 'right')];
  expect(Math.abs(left.lowestM - right.lowestM)).toBeLessThan(0.002);
  for (const { side, onS, offS } of standing.soles) {
    const plate = stances.find((stance) => stance.side === side);
    expect(onS - (plate?.onS ?? 0)).toBeGreaterThanOrEqual(-0.003);
    expect(onS - (plate?.onS ?? 0)).toBeLessThan(0.045);
    expect(offS - (plate?.offS ?? 0)).toBeGreaterThanOrEqual(-0.003);
    expect(
      soleAt(standing.loop, (onS - 0.03 + strideS) % strideS, side === 'L' ? 'left' : 'right').lowestM,
    ).toBeGreaterThan(soleAt(standing.loop, (onS + offS) / 2, side === 'L' ? 'left' : 'right').lowestM + 0.014);
  }
});

it('the trunk is left alone, and the loop closes', () => {
  const { motion } = standing.loop;
  const tilt = motion.names.indexOf('pelvis_tilt');
  expect(motion.rows.every((values) => values[tilt] === 0)).toBe(true);
  expect(motion.timesS.at(-1)).toBeCloseTo(strideS, 9);
  expect(motion.rows[0]).toEqual(motion.rows.at(-1)?.map((value) => expect.closeTo(value, 9)));
});
