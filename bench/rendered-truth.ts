import { readFile } from 'node:fs/promises';
import type { Joint } from '../engine/metrics/side-view-metrics.ts';
import type { Side } from '../engine/pose/keypoint-names.ts';
import { mean, median } from './statistics.ts';

interface ContactSpan {
  readonly side: 'L' | 'R';
  readonly on: number;
  readonly off: number;
}

type Place = readonly [number, number, number];
type Joints = Readonly<Record<string, { readonly xyz: Place }>>;

/** What is used of the truth file of a rendered avatar. */
interface RenderedTruthFile {
  readonly avatarSpeed: number;
  /** Seconds after which the motion repeats: a whole number of strides, which need not be alike. */
  readonly period: number;
  readonly contacts: readonly ContactSpan[];
  readonly contactsAvatarSole: readonly ContactSpan[];
  readonly frames: readonly { readonly t: number; readonly joints: Joints }[];
}

/** Angles in each frame of a clip, degrees. */
export interface TrueFrames {
  readonly timesS: readonly number[];
  readonly anglesDeg: Readonly<Record<Joint, Readonly<Record<Side, readonly number[]>>>>;
}

/** Curves over the gait cycle of the leg's own side, degrees, 101 values. */
export type TrueCurves = Readonly<Record<Joint, Readonly<Record<Side, readonly number[]>>>>;

/** What is true of a clip. */
export interface ClipTruth {
  readonly cadenceSpm: number;
  readonly contactTimeMs: number;
  readonly flightTimeMs: number;
  readonly dutyFactor: number;
  readonly speedMps: number;
  /** Speed at which the standing soles go back through the room: on a treadmill that of the belt under them, which slides where the avatar's legs are not the human's. */
  readonly speedOverSolesMps: number;
  readonly stepLengthM: number;
  /** Rise and fall of the middle of the hips in a step, median. */
  readonly verticalOscillationM: number;
  readonly trunkLeanDeg: number;
  /** Shank against vertical at touchdown. */
  readonly overstrideDeg: number;
  /** Interior angle of the landing leg's knee at touchdown, 180 straight, and of the other's. */
  readonly frontKneeAngleDeg: number;
  readonly backKneeAngleDeg: number;
  /** Heel to toe at touchdown against the same line in mid-stance. */
  readonly footAngleDeg: number;
  readonly curvesDeg: TrueCurves;
  /** Known of rendered clips alone. */
  readonly frames?: TrueFrames;
}

/**
 * The truth of a rendered clip twice: by the contacts of the avatar's own sole, which a camera sees, and by the force plate under the
 * human whose motion it shows. Single events differ by up to 90 ms, since the avatar's feet are not the human's. Joints are the avatar's own,
 * projected on its sagittal plane, by the definitions of `engine/metrics/joint-definitions.ts`; its foot is the line from the sole
 * under the heel to the sole under the toe's end.
 */
export interface RenderedTruth {
  readonly sole: ClipTruth;
  readonly plate: ClipTruth;
}

/** Reads a rendered clip's truth. */
export async function readRenderedTruth(path: string): Promise<RenderedTruth> {
  const file = JSON.parse(await readFile(path, 'utf8')) as RenderedTruthFile;
  const landed = file.contactsAvatarSole.filter((sole) => file.contacts.some((plate) => overlap(sole, plate)));
  return { sole: truthBy(file, landed), plate: truthBy(file, file.contacts) };
}

/** Of one foot and at the same time: a sole that brushes the ground in swing has not landed. */
const overlap = (a: ContactSpan, b: ContactSpan): boolean => a.side === b.side && a.on < b.off && b.on < a.off;

const sides = ['left', 'right'] as const;
const joints = ['ankle', 'knee', 'hip', 'shoulder', 'elbow'] as const;

function truthBy(file: RenderedTruthFile, all: readonly ContactSpan[]): ClipTruth {
  const lastS = file.frames.at(-1)?.t ?? 0;
  const contacts = all.filter(({ on, off }) => on >= 0 && off <= lastS);
  const ofSide = (side: Side): ContactSpan[] => contacts.filter((contact) => contact.side === letter(side));
  const roughStrideS = mean(sides.map((side) => meanGap(ofSide(side).map(({ on }) => on))));
  const stepS = file.period / Math.round(file.period / roughStrideS) / 2;
  const contactS = mean(sides.map((side) => mean(ofSide(side).map(({ on, off }) => off - on))));
  const timesS = file.frames.map(({ t }) => t);
  const series = (joint: Joint, side: Side): number[] =>
    file.frames.map((frame) => flexionDeg(frame.joints, joint, side));
  const curve = (joint: Joint, side: Side): number[] =>
    meanCurve(timesS, series(joint, side), strides(all, side, lastS));
  const everyJoint = (of: typeof series): TrueCurves =>
    Object.fromEntries(
      joints.map((joint) => [joint, { left: of(joint, 'left'), right: of(joint, 'right') }]),
    ) as unknown as TrueCurves;
  const shanks = sides.flatMap((side) => {
    const shank = file.frames.map((frame) => 90 + directionDeg(limbs(frame.joints, side), 'knee', 'ankle'));
    return ofSide(side).map(({ on }) => valueAt(timesS, shank, on));
  });
  const kneesAtTouchdown = (legOf: (landing: Side) => Side): number =>
    mean(
      sides.flatMap((side) => {
        const knee = series('knee', legOf(side));
        return ofSide(side).map(({ on }) => 180 - valueAt(timesS, knee, on));
      }),
    );
  const landings = sides.flatMap((side) => {
    const foot = file.frames.map((frame) => directionDeg(limbs(frame.joints, side), 'heel', 'toe'));
    return ofSide(side).map(({ on, off }) => valueAt(timesS, foot, on) - valueAt(timesS, foot, on + 0.42 * (off - on)));
  });
  return {
    cadenceSpm: 60 / stepS,
    contactTimeMs: 1000 * contactS,
    flightTimeMs: 1000 * (stepS - contactS),
    dutyFactor: contactS / (2 * stepS),
    speedMps: file.avatarSpeed,
    speedOverSolesMps: median(
      sides.flatMap((side) => ofSide(side).flatMap((contact) => soleSpeeds(file, contact, side))),
    ),
    stepLengthM: file.avatarSpeed * stepS,
    verticalOscillationM: median(swings(file, stepS)),
    trunkLeanDeg: mean(file.frames.map((frame) => -90 - trunkDeg(frame.joints))),
    overstrideDeg: mean(shanks),
    frontKneeAngleDeg: kneesAtTouchdown((side) => side),
    backKneeAngleDeg: kneesAtTouchdown((side) => (side === 'left' ? 'right' : 'left')),
    footAngleDeg: mean(landings),
    curvesDeg: everyJoint(curve),
    frames: { timesS, anglesDeg: everyJoint(series) },
  };
}

const meanGap = (times: readonly number[]): number => ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1);

/** Backward speed through the room of the sole under the ball in the middle of a stance, between frame and frame. */
function soleSpeeds({ frames }: RenderedTruthFile, { on, off }: ContactSpan, side: Side): number[] {
  const ballM = frames.map(({ joints: all }) => forwardM(all, `${side === 'left' ? 'Left' : 'Right'}_mt`));
  return frames.slice(1).flatMap(({ t }, i) => {
    const share = ((t + frames[i].t) / 2 - on) / (off - on);
    return share < 0.2 || share > 0.55 ? [] : [(ballM[i] - ballM[i + 1]) / (t - frames[i].t)];
  });
}

/** Samples of a step in which the hips' swing is read. */
const stepSamples = 60;

/** How far the middle of the hips goes up and down in one step after the other, the straight line between the step's ends taken off, metres. */
function swings({ frames }: RenderedTruthFile, stepS: number): number[] {
  const timesS = frames.map(({ t }) => t);
  const lastS = timesS.at(-1) ?? 0;
  const hipsM = frames.map(({ joints: all }) => mean(sides.map((side) => limbs(all, side)('hip')[1])));
  return Array.from({ length: Math.floor(lastS / stepS) }, (_, step) => {
    const heightsM = Array.from({ length: stepSamples + 1 }, (_, k) =>
      valueAt(timesS, hipsM, (step + k / stepSamples) * stepS),
    );
    const [firstM, endM] = [heightsM[0], heightsM[stepSamples]];
    const levelM = heightsM.map((heightM, k) => heightM - firstM - ((endM - firstM) * k) / stepSamples);
    return Math.max(...levelM) - Math.min(...levelM);
  });
}

const forwardM = (all: Joints, name: string): number => jointOf(all, name).xyz[2];

function jointOf(all: Joints, name: string): Joints[string] {
  const joint = all[name];
  if (joint === undefined) throw new Error(`the truth has no joint ${name}`);
  return joint;
}

/** The leg's strides that lie wholly in the clip. */
function strides(contacts: readonly ContactSpan[], side: Side, lastS: number): (readonly [number, number])[] {
  const starts = contacts.filter((contact) => contact.side === letter(side)).map(({ on }) => on);
  return starts.slice(1).flatMap((end, i) => (starts[i] >= 0 && end <= lastS ? [[starts[i], end] as const] : []));
}

const letter = (side: Side): 'L' | 'R' => (side === 'left' ? 'L' : 'R');

const meanCurve = (
  timesS: readonly number[],
  values: readonly number[],
  spans: readonly (readonly [number, number])[],
): number[] =>
  Array.from({ length: 101 }, (_, percent) =>
    mean(spans.map(([from, to]) => valueAt(timesS, values, from + (percent / 100) * (to - from)))),
  );

type Part = 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe';

/** Names of the avatar's joints after its side; soles are named apart. */
const rig: Readonly<Record<Part, string>> = {
  shoulder: 'Arm',
  elbow: 'ForeArm',
  wrist: 'Hand',
  hip: 'UpLeg',
  knee: 'Leg',
  ankle: 'Foot',
  heel: '_heel',
  toe: '_toe',
};

/** The sagittal plane: forward is the avatar's z, up its y. */
type Limbs = (part: Part) => readonly [forward: number, up: number];

const limbs =
  (all: Joints, side: Side): Limbs =>
  (part) => {
    const { xyz } = jointOf(all, `${side === 'left' ? 'Left' : 'Right'}${rig[part]}`);
    return [xyz[2], xyz[1]];
  };

const degrees = 180 / Math.PI;

function directionDeg(at: Limbs, from: Part, to: Part): number {
  const [a, b] = [at(from), at(to)];
  return Math.atan2(b[1] - a[1], b[0] - a[0]) * degrees;
}

/** From the middle of the shoulders to the middle of the hips. */
function trunkDeg(all: Joints): number {
  const [left, right] = [limbs(all, 'left'), limbs(all, 'right')];
  const middle: Limbs = (part) => [(left(part)[0] + right(part)[0]) / 2, (left(part)[1] + right(part)[1]) / 2];
  return directionDeg(middle, 'shoulder', 'hip');
}

function flexionDeg(all: Joints, joint: Joint, side: Side): number {
  const at = limbs(all, side);
  switch (joint) {
    case 'knee':
      return wrapped(directionDeg(at, 'hip', 'knee') - directionDeg(at, 'knee', 'ankle'));
    case 'hip':
      return wrapped(directionDeg(at, 'hip', 'knee') - trunkDeg(all));
    case 'ankle':
      return wrapped(directionDeg(at, 'heel', 'toe') - directionDeg(at, 'knee', 'ankle')) - 90;
    case 'shoulder':
      return wrapped(directionDeg(at, 'shoulder', 'elbow') - trunkDeg(all));
    case 'elbow':
      return wrapped(directionDeg(at, 'elbow', 'wrist') - directionDeg(at, 'shoulder', 'elbow'));
  }
}

const wrapped = (angleDeg: number): number => angleDeg - 360 * Math.ceil((angleDeg - 180) / 360);

function valueAt(timesS: readonly number[], values: readonly number[], t: number): number {
  const next = timesS.findIndex((time) => time >= t);
  if (next <= 0) return next === 0 ? values[0] : Number.NaN;
  const share = (t - timesS[next - 1]) / (timesS[next] - timesS[next - 1]);
  return values[next - 1] + share * (values[next] - values[next - 1]);
}
