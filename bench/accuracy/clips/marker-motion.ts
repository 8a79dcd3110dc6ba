import { otherSide, type Side } from '../../../engine/pose/keypoint-names.ts';
import { lowPassZeroLag } from '../../../engine/signal/butterworth.ts';
import { mean, median } from '../../statistics.ts';
import type { Markers } from '../plates/motion-files.ts';
import type { PlanarPath } from '../plates/planar-joint.ts';
import type { JointMotion } from '../rendering/joint-motion.ts';

/** Markers of the body above the legs; left out where a trial has none. */
interface UpperMarkers {
  readonly shoulder: PlanarPath;
  readonly elbow: PlanarPath;
  readonly wrist: PlanarPath;
}

/** What a motion is worked out from, all in the sagittal plane, metres, the same samples. */
export interface MarkerPoints {
  readonly hz: number;
  readonly startS: number;
  readonly legs: Readonly<Record<Side, Readonly<Record<'hip' | 'knee' | 'ankle' | 'heel' | 'toe', PlanarPath>>>>;
  readonly pelvis: readonly Pelvis[];
  readonly arms?: Readonly<Record<Side, UpperMarkers>>;
  /** Stances by the plates: the foot lies flat in them. */
  readonly stances: readonly { readonly side: Side; readonly onS: number; readonly offS: number }[];
}

/** Turns of the pelvis in one sample, radians, as the renderer's rig has them. */
export interface Pelvis {
  readonly tilt: number;
  readonly list: number;
  readonly rotation: number;
}

/** Cut-off of all angles, hertz. */
const cutOffHz = 12;
/** Thighs go inward by so much, so that the feet land under the body, radians (the mean of 46 runners' stances is 4 degrees). */
const adductionRad = 0.06;
/** Arms held out a little. */
const armOutRad = -0.2;
/** Trunk of a runner whose upper body carries no markers: leans forward by so much, radians. */
const leanRad = 0.12;

/**
 * Joint angles of a running motion from points in the sagittal plane. Hip, knee and ankle are differences of the directions of pelvis, thigh, shank and foot; a foot
 * is level as it lies in the flat part of its stances (0.3 to 0.45). Where a trial has no arms, elbows are bent by 90 degrees and
 * swing with the other side's thigh.
 */
export function markerMotion({ hz, startS, legs, pelvis, arms, stances }: MarkerPoints): JointMotion {
  const samples = pelvis.length;
  const smooth = (values: (index: number) => number): Float64Array =>
    lowPassZeroLag(withoutGaps(Float64Array.from({ length: samples }, (_, i) => values(i))), hz, cutOffHz);
  const columns: Record<string, Float64Array> = {};
  const tilt = smooth((i) => pelvis[i].tilt);
  const list = smooth((i) => pelvis[i].list);
  const rotation = smooth((i) => pelvis[i].rotation);
  columns.pelvis_tilt = tilt;
  columns.pelvis_list = list;
  columns.pelvis_rotation = rotation;
  const hips = (axis: 'x' | 'y') => smooth((i) => (legs.left.hip[axis][i] + legs.right.hip[axis][i]) / 2);
  columns.pelvis_tx = hips('x');
  columns.pelvis_ty = hips('y');
  columns.pelvis_tz = new Float64Array(samples);
  const thighs: Record<Side, Float64Array> = { left: new Float64Array(samples), right: new Float64Array(samples) };
  for (const side of ['left', 'right'] as const) {
    const { hip, knee, ankle, heel, toe } = legs[side];
    const thigh = smooth(hanging(hip, knee));
    const shank = smooth(hanging(knee, ankle));
    const rise = smooth((i) => Math.atan2(toe.y[i] - heel.y[i], toe.x[i] - heel.x[i]));
    const flat = median(
      stances
        .filter((stance) => stance.side === side)
        .flatMap(({ onS, offS }) =>
          [0.3, 0.35, 0.4, 0.45].flatMap((share) => {
            const value = rise[Math.round((onS + share * (offS - onS) - startS) * hz)];
            return value === undefined || Number.isNaN(value) ? [] : [value];
          }),
        ),
    );
    thighs[side] = thigh;
    const letter = side === 'left' ? 'l' : 'r';
    const outward = side === 'left' ? 1 : -1;
    columns[`hip_flexion_${letter}`] = thigh.map((value, i) => value - tilt[i]);
    columns[`hip_adduction_${letter}`] = list.map((value) => adductionRad + outward * value);
    columns[`hip_rotation_${letter}`] = rotation.map((value) => outward * value);
    columns[`knee_angle_${letter}`] = shank.map((value, i) => value - thigh[i]);
    // A foot that is turned up seldom turns past the shin: what comes out of noise does not matter here.
    columns[`ankle_angle_${letter}`] = rise.map((value, i) => value - flat - shank[i]);
    columns[`subtalar_angle_${letter}`] = new Float64Array(samples);
    columns[`mtp_angle_${letter}`] = new Float64Array(samples);
  }
  const trunk =
    arms === undefined
      ? new Float64Array(samples).fill(-leanRad)
      : smooth((i) => {
          const shoulder = (axis: 'x' | 'y') => (arms.left.shoulder[axis][i] + arms.right.shoulder[axis][i]) / 2;
          const hip = (axis: 'x' | 'y') => (legs.left.hip[axis][i] + legs.right.hip[axis][i]) / 2;
          return -Math.atan2(shoulder('x') - hip('x'), shoulder('y') - hip('y'));
        });
  columns.lumbar_extension = trunk.map((value, i) => value - tilt[i]);
  columns.lumbar_bending = list.map((value) => -0.8 * value);
  columns.lumbar_rotation = rotation.map((value) => -2 * value);
  for (const side of ['left', 'right'] as const) {
    const letter = side === 'left' ? 'l' : 'r';
    const other = thighs[otherSide(side)];
    const upper =
      arms === undefined
        ? other.map((value, i) => -0.55 + 0.45 * value - trunk[i])
        : smooth(hanging(arms[side].shoulder, arms[side].elbow)).map((value, i) => value - trunk[i]);
    columns[`arm_flex_${letter}`] = upper;
    columns[`arm_add_${letter}`] = new Float64Array(samples).fill(armOutRad);
    columns[`arm_rot_${letter}`] = new Float64Array(samples);
    columns[`elbow_flex_${letter}`] =
      arms === undefined
        ? new Float64Array(samples).fill(1.6)
        : smooth((i) => {
            const [elbow, shoulder] = [
              hanging(arms[side].elbow, arms[side].wrist),
              hanging(arms[side].shoulder, arms[side].elbow),
            ];
            return wrapped(elbow(i) - shoulder(i));
          });
  }
  const names = Object.keys(columns);
  return {
    names,
    timesS: Array.from({ length: samples }, (_, i) => startS + i / hz),
    rows: Array.from({ length: samples }, (_, i) => names.map((name) => columns[name][i])),
  };
}

/** Samples that a camera lost, on the straight line between their neighbours. */
export function withoutGaps(values: Float64Array): Float64Array {
  const filled = Float64Array.from(values);
  const known = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]));
  let next = 0;
  for (let i = 0; i < filled.length; i++) {
    while (next < known.length && known[next] < i) next++;
    if (!Number.isNaN(filled[i])) continue;
    const [before, after] = [known[next - 1] ?? known[next], known[next] ?? known[next - 1]];
    const share = before === after ? 0 : (i - before) / (after - before);
    filled[i] = values[before] + share * (values[after] - values[before]);
  }
  return filled;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a point of a limb is, known beside a cluster of markers while standing, by the place and turn that fit the cluster best (Procrustes). */
export function carriedPoint(standing: readonly Point[], point: Point, running: readonly PlanarPath[]): PlanarPath {
  const [mx, my] = [mean(standing.map(({ x }) => x)), mean(standing.map(({ y }) => y))];
  const places = Array.from(running[0].x, (_, i) => {
    const [rx, ry] = [mean(running.map(({ x }) => x[i])), mean(running.map(({ y }) => y[i]))];
    let along = 0;
    let across = 0;
    standing.forEach(({ x, y }, k) => {
      const [ax, ay, bx, by] = [x - mx, y - my, running[k].x[i] - rx, running[k].y[i] - ry];
      along += ax * bx + ay * by;
      across += ax * by - ay * bx;
    });
    const length = Math.hypot(along, across);
    const [cos, sin, dx, dy] = [along / length, across / length, point.x - mx, point.y - my];
    return { x: rx + cos * dx - sin * dy, y: ry + sin * dx + cos * dy };
  });
  return { x: Float64Array.from(places, ({ x }) => x), y: Float64Array.from(places, ({ y }) => y) };
}

/** Direction from one point to another: 0 down, positive forward, radians. */
const hanging =
  (from: PlanarPath, to: PlanarPath) =>
  (i: number): number =>
    Math.atan2(to.x[i] - from.x[i], from.y[i] - to.y[i]);

/** An elbow bends forward: between a little behind straight and a full turn less that. */
const wrapped = (angle: number): number => (angle < -1 ? angle + 2 * Math.PI : angle);

/**
 * Turns of the pelvis and the hip joints' middle, by the markers on the iliac spines: a hip lies 0.24 of the pelvis's depth and 10 mm behind the front
 * spines and 0.3 of its width and 11 mm below (Harrington et al. 2007).
 *
 * @param names Markers of the front and rear spines, left and right.
 */
export function pelvisOf(
  markers: Markers,
  names: Readonly<Record<'leftFront' | 'rightFront' | 'leftRear' | 'rightRear', string>>,
): { readonly turns: Pelvis[]; readonly hip: PlanarPath } {
  const at = {
    lf: markers.at(names.leftFront),
    rf: markers.at(names.rightFront),
    lr: markers.at(names.leftRear),
    rr: markers.at(names.rightRear),
  };
  const index = Array.from({ length: markers.samples }, (_, i) => i);
  const mid = (a: keyof typeof at, b: keyof typeof at, axis: 'x' | 'y' | 'z', i: number) =>
    (at[a][axis][i] + at[b][axis][i]) / 2;
  const tilts = index.map((i) =>
    Math.atan2(mid('lf', 'rf', 'y', i) - mid('lr', 'rr', 'y', i), mid('lf', 'rf', 'x', i) - mid('lr', 'rr', 'x', i)),
  );
  const width = median(
    index
      .map((i) => Math.hypot(...(['x', 'y', 'z'] as const).map((axis) => at.rf[axis][i] - at.lf[axis][i])))
      .filter((value) => !Number.isNaN(value)),
  );
  const depth = median(
    index
      .map((i) =>
        Math.hypot(...(['x', 'y', 'z'] as const).map((axis) => mid('lf', 'rf', axis, i) - mid('lr', 'rr', axis, i))),
      )
      .filter((value) => !Number.isNaN(value)),
  );
  const [behind, below] = [0.24 * depth + 0.0099, 0.3 * width + 0.0109];
  const hip = {
    x: Float64Array.from(
      index,
      (i) => mid('lf', 'rf', 'x', i) - behind * Math.cos(tilts[i]) + below * Math.sin(tilts[i]),
    ),
    y: Float64Array.from(
      index,
      (i) => mid('lf', 'rf', 'y', i) - behind * Math.sin(tilts[i]) - below * Math.cos(tilts[i]),
    ),
  };
  const turns = index.map((i) => {
    const across = (axis: 'x' | 'y' | 'z') => (at.rf[axis][i] + at.rr[axis][i] - at.lf[axis][i] - at.lr[axis][i]) / 2;
    return {
      tilt: tilts[i],
      // A positive list lowers the right side, a positive rotation brings it forward.
      list: -Math.atan2(across('y'), across('z')),
      rotation: Math.atan2(across('x'), across('z')),
    };
  });
  return { turns, hip };
}
