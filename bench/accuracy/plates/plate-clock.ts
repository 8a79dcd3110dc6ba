import { CubicSpline } from '../../../engine/signal/cubic-spline.ts';
import { smoothTrack } from '../../../engine/tracks/smooth.ts';
import type { Force, Markers } from './motion-files.ts';

/** Some markers and the share of the body's mass that moves with them. */
export interface BodySegment {
  readonly massShare: number;
  readonly markers: readonly string[];
}

/** Shares of the body's mass (Winter 2009, table 4.1). */
const share = { trunkHeadAndArms: 0.678, trunkAndHead: 0.578, upperArm: 0.028, forearmAndHand: 0.022 } as const;
const legShares = { thigh: 0.1, shank: 0.0465, foot: 0.0145 } as const;
const perSide = (segments: (letter: string) => BodySegment[]): BodySegment[] => ['L', 'R'].flatMap(segments);

/** Clusters on all segments, as hamner and bmclab carry them. */
export const wholeBody: readonly BodySegment[] = [
  { massShare: share.trunkAndHead, markers: ['C7', 'CLAV', 'LASI', 'RASI', 'LPSI', 'RPSI'] },
  ...perSide((side) => [
    { massShare: share.upperArm, markers: [1, 2, 3].map((k) => `${side}UA${k}`) },
    { massShare: share.forearmAndHand, markers: [`${side}FAradius`, `${side}FAulna`] },
    { massShare: legShares.thigh, markers: [1, 2, 3].map((k) => `${side}TH${k}`) },
    { massShare: legShares.shank, markers: [1, 2, 3].map((k) => `${side}TB${k}`) },
    { massShare: legShares.foot, markers: [`${side}CAL`, `${side}TOE`] },
  ]),
];

/** Pelvis and legs alone, as rbds001 carries them: the pelvis stands for all above it. */
export const pelvisAndLegs: readonly BodySegment[] = [
  { massShare: share.trunkHeadAndArms, markers: ['L.ASIS', 'R.ASIS', 'L.PSIS', 'R.PSIS'] },
  ...perSide((side) => [
    { massShare: legShares.thigh, markers: [`${side}.Thigh.Top.Lateral`, `${side}.Thigh.Bottom.Lateral`] },
    { massShare: legShares.shank, markers: [`${side}.Shank.Top.Lateral`, `${side}.Shank.Bottom.Lateral`] },
    { massShare: legShares.foot, markers: [`${side}.Heel.Bottom`, `${side}.MT1`] },
  ]),
];

const cutOffHz = 10;
const gridHz = 200;
const edgeS = 0.12;
const furthestMs = 40;

/**
 * How much later the plates' clock tells an event than the cameras', seconds: the shift by which the vertical force goes best with
 * the vertical acceleration of the body's centre of mass, which by Newton's second law keep time. To a whole millisecond.
 *
 * @param forces Of every plate, on one time base.
 * @throws Error when a marker is missing.
 */
export function plateLagS(markers: Markers, segments: readonly BodySegment[], forces: readonly Force[]): number {
  const acceleration = accelerationOf(markers, segments);
  const force = forceOf(forces);
  const lastS = markers.startS + (markers.samples - 1) / markers.hz;
  const count = Math.floor((lastS - markers.startS - 2 * edgeS) * gridHz);
  const grid = Float64Array.from({ length: count }, (_, i) => markers.startS + edgeS + i / gridHz);
  const body = acceleration(grid);
  let best = { lagMs: 0, agreement: Number.NEGATIVE_INFINITY };
  for (let lagMs = -furthestMs; lagMs <= furthestMs; lagMs++) {
    const agreement = correlation(body, force.values(grid.map((timeS) => timeS + lagMs / 1000)));
    if (agreement > best.agreement) best = { lagMs, agreement };
  }
  return best.lagMs / 1000;
}

function accelerationOf(markers: Markers, segments: readonly BodySegment[]): (timesS: Float64Array) => Float64Array {
  const height = new Float64Array(markers.samples);
  for (const { massShare, markers: names } of segments) {
    for (const name of names) {
      const { y } = markers.at(name);
      for (let i = 0; i < height.length; i++) height[i] = (height[i] ?? 0) + (massShare / names.length) * (y[i] ?? 0);
    }
  }
  const timesS = Float64Array.from(height, (_, i) => markers.startS + i / markers.hz);
  const spline = new CubicSpline(timesS, smoothTrack(timesS, height, markers.hz, cutOffHz));
  const stepS = 1 / gridHz;
  return (grid) => {
    const after = spline.slopes(grid.map((timeS) => timeS + stepS));
    const before = spline.slopes(grid.map((timeS) => timeS - stepS));
    return after.map((slope, i) => (slope - (before[i] ?? 0)) / (2 * stepS));
  };
}

function forceOf(forces: readonly Force[]): CubicSpline {
  const timesS = forces[0]?.timesS ?? new Float64Array(0);
  const total = timesS.map((_, i) => forces.reduce((sum, { newtons }) => sum + (newtons[i] ?? 0), 0));
  const hz = (timesS.length - 1) / ((timesS[timesS.length - 1] ?? 1) - (timesS[0] ?? 0));
  return new CubicSpline(timesS, smoothTrack(timesS, total, hz, cutOffHz));
}

/** Over the places at which both are known. */
function correlation(a: Float64Array, b: Float64Array): number {
  const both = [...a.keys()].filter((i) => Number.isFinite((a[i] ?? 0) + (b[i] ?? 0)));
  const mean = (of: Float64Array): number => both.reduce((sum, i) => sum + (of[i] ?? 0), 0) / both.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const i of both) {
    const [da, db] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}
