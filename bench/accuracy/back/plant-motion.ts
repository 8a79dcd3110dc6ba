import { curveAt, normativeCurves, normativeToeOff } from '../../../fixtures/runner/normative-curves.ts';
import type { JointMotion } from '../rendering/joint-motion.ts';

/** A stance of one foot, seconds. */
export interface Stance {
  readonly side: 'L' | 'R';
  readonly onS: number;
  readonly offS: number;
}

/** One or more whole strides of a runner that can be repeated. */
export interface MotionLoop {
  readonly motion: JointMotion;
  readonly startS: number;
  readonly endS: number;
  /** Every stance that begins in the loop; the first begins with it. */
  readonly stances: readonly Stance[];
}

/** A number for each leg. */
export interface LeftRight {
  readonly left: number;
  readonly right: number;
}

/** What is planted in a motion, degrees, each leg its own. */
export interface Plant {
  /** How far the pelvis hangs on the swing side in the middle of the leg's stance. Left out: as the runner has it. */
  readonly pelvicDropDeg?: LeftRight;
  /** Largest eversion of the heel in stance; its course is that of 46 runners, 11 degrees from touchdown to peak. Left out: 0 throughout. */
  readonly eversionPeakDeg?: LeftRight;
  /** Added to the thigh's adduction. */
  readonly hipAdductionDeg?: LeftRight;
  /** Added to the thigh's inward rotation, which turns the bent knee inwards: a valgus as the camera sees it. */
  readonly hipRotationDeg?: LeftRight;
}

/** Largest value of the normative eversion curve in stance. */
const normativePeakDeg = 6.3;
const samplesPerS = 200;
/** Half the distance of the hips of the motions' model, metres. */
const halfHipsM = 0.085;
/** How much of the pelvis's list the trunk takes off again. */
const trunkShare = 0.8;

/**
 * A motion with other movements in the frontal plane. The pelvis is tilted to the angle asked for at each mid-stance and passes
 * smoothly from one to the next; the thighs keep their directions in space, as if the hips' adductors had let it drop, and the
 * standing hip its height.
 */
export function plantMotion(loop: MotionLoop, plant: Plant): MotionLoop {
  const { motion, startS, endS, stances } = loop;
  const periodS = endS - startS;
  const at = periodic(motion, startS, periodS);
  const of = (name: string): number => motion.names.indexOf(name);
  const list = of('pelvis_list');
  const middles = stances
    .map(({ side, onS, offS }) => ({ side, timeS: (onS + offS) / 2 - startS }))
    .sort((a, b) => a.timeS - b.timeS);
  const nodes = middles.map(({ side, timeS }) => {
    const ownRad = at(timeS)[list];
    const asked = plant.pelvicDropDeg?.[side === 'L' ? 'left' : 'right'];
    // A positive list lowers the right side.
    const askedRad = asked === undefined ? ownRad : (side === 'L' ? 1 : -1) * radians(asked);
    return { timeS, value: askedRad - ownRad, stands: side === 'L' ? -1 : 1 };
  });
  const tilt = smoothThrough(nodes, periodS);
  const standing = smoothThrough(
    nodes.map(({ timeS, stands }) => ({ timeS, value: stands })),
    periodS,
  );
  const count = Math.round(periodS * samplesPerS);
  const timesS = Array.from({ length: count + 1 }, (_, i) => (i / count) * periodS);
  const rows = timesS.map((timeS) => {
    const row = [...at(timeS)];
    const add = (name: string, value: number): void => {
      const column = of(name);
      if (column < 0) throw new Error(`the motion has no coordinate ${name}`);
      row[column] += value;
    };
    const turned = tilt(timeS);
    add('pelvis_ty', standing(timeS) * halfHipsM * (Math.sin(row[list] + turned) - Math.sin(row[list])));
    add('pelvis_list', turned);
    add('lumbar_bending', -trunkShare * turned);
    add('hip_adduction_r', -turned + radians(plant.hipAdductionDeg?.right ?? 0));
    add('hip_adduction_l', turned + radians(plant.hipAdductionDeg?.left ?? 0));
    add('hip_rotation_r', radians(plant.hipRotationDeg?.right ?? 0));
    add('hip_rotation_l', radians(plant.hipRotationDeg?.left ?? 0));
    for (const [side, letter] of [
      ['left', 'L'],
      ['right', 'R'],
    ] as const) {
      const peak = plant.eversionPeakDeg?.[side];
      if (peak === undefined) continue;
      const phase = stancePhase(stances, letter, startS + timeS, periodS);
      const everted = peak - normativePeakDeg + curveAt(normativeCurves.ankleEversion, phase);
      row[of(`subtalar_angle_${letter.toLowerCase()}`)] = -radians(everted);
    }
    return row;
  });
  const moved = stances.map(({ side, onS, offS }) => ({ side, onS: onS - startS, offS: offS - startS }));
  return { motion: { names: motion.names, timesS, rows }, startS: 0, endS: periodS, stances: moved };
}

/** The same runner with left and right exchanged. */
export function mirrored(loop: MotionLoop): MotionLoop {
  const { names } = loop.motion;
  const flipped = ['pelvis_list', 'pelvis_rotation', 'pelvis_tz', 'lumbar_bending', 'lumbar_rotation'];
  const from = names.map((name) => names.indexOf(name.replace(/_[lr]$/, (side) => (side === '_l' ? '_r' : '_l'))));
  const sign = names.map((name) => (flipped.includes(name) ? -1 : 1));
  const rows = loop.motion.rows.map((row) => from.map((column, i) => sign[i] * row[column]));
  const stances = loop.stances.map((stance) => ({
    ...stance,
    side: stance.side === 'L' ? ('R' as const) : ('L' as const),
  }));
  return { ...loop, motion: { ...loop.motion, rows }, stances };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The motion at a time since its start, what it drifts in a loop taken off evenly; it goes on forwards. */
function periodic(motion: JointMotion, startS: number, periodS: number): (timeS: number) => readonly number[] {
  const { timesS, rows, names } = motion;
  const raw = (timeS: number): readonly number[] => {
    const after = Math.max(
      1,
      timesS.findIndex((time) => time >= timeS),
    );
    const share = (timeS - timesS[after - 1]) / (timesS[after] - timesS[after - 1]);
    return rows[after].map((value, i) => rows[after - 1][i] + share * (value - rows[after - 1][i]));
  };
  const [first, last] = [raw(startS), raw(startS + periodS)];
  const drift = names.map((name, i) => (name === 'pelvis_tx' ? 0 : last[i] - first[i]));
  return (timeS) => raw(startS + timeS).map((value, i) => value - drift[i] * (timeS / periodS));
}

/** A periodic curve through nodes, level at each, half a cosine from one to the next. */
function smoothThrough(
  nodes: readonly { readonly timeS: number; readonly value: number }[],
  periodS: number,
): (timeS: number) => number {
  return (timeS) => {
    const next = nodes.findIndex((node) => node.timeS > timeS);
    const b = next < 0 ? { ...nodes[0], timeS: nodes[0].timeS + periodS } : nodes[next];
    const before = (next < 0 ? nodes.length : next) - 1;
    const last = nodes[nodes.length - 1];
    const a = before < 0 ? { ...last, timeS: last.timeS - periodS } : nodes[before];
    const share = (1 - Math.cos((Math.PI * (timeS - a.timeS)) / (b.timeS - a.timeS))) / 2;
    return a.value + share * (b.value - a.value);
  };
}

/** Phase of a leg in its stride, its toe-off moved to that of the normative curves. */
function stancePhase(stances: readonly Stance[], side: 'L' | 'R', timeS: number, periodS: number): number {
  const own = stances.filter((stance) => stance.side === side);
  const all = [-1, 0, 1, 2].flatMap((turn) =>
    own.map(({ onS, offS }) => ({ onS: onS + turn * periodS, offS: offS + turn * periodS })),
  );
  const index = all.findIndex(({ onS }, i) => onS <= timeS && (all[i + 1]?.onS ?? Number.POSITIVE_INFINITY) > timeS);
  const [{ onS, offS }, next] = [all[index], all[index + 1]];
  return timeS < offS
    ? (normativeToeOff * (timeS - onS)) / (offS - onS)
    : normativeToeOff + ((1 - normativeToeOff) * (timeS - offS)) / (next.onS - offS);
}
