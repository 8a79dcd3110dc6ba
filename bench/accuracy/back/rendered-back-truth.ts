import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Side } from '../../../engine/pose/keypoint-names.ts';
import type { Point3 } from '../../../fixtures/body-pose.ts';
import { type FrontalAngles, frontalAngles, lateralLeanDeg } from '../../../fixtures/runner/frontal-angles.ts';
import { type BackViewTruth, type FootContact, frontalTruth } from '../../../fixtures/runner/frontal-truth.ts';
import { add, between, radians } from '../../../fixtures/vector.ts';
import { mean, median } from '../../statistics.ts';
import { readJointMotion } from '../rendering/joint-motion.ts';
import { type AvatarMidlines, avatarMidlines } from './avatar-midlines.ts';
import type { BackClipConfig } from './back-clip-configs.ts';
import { type RigAngles, turnedWithFoot, turnedWithPelvis, turnedWithShank, turnedWithThigh } from './rig-rotation.ts';

interface ContactSpan {
  readonly side: 'L' | 'R';
  readonly on: number;
  readonly off: number;
}

type Spot = readonly [xPx: number, yPx: number];

interface RigFrame {
  readonly t: number;
  readonly q: RigAngles;
  readonly joints: Readonly<Record<string, { readonly xyz: Point3; readonly uv: Spot }>>;
}

interface RigTruthFile {
  readonly w: number;
  readonly h: number;
  readonly period: number;
  readonly contacts: readonly ContactSpan[];
  readonly contactsAvatarSole: readonly ContactSpan[];
  readonly frames: readonly RigFrame[];
}

/** A frame of a rendered clip. */
export interface TrueFrame {
  readonly timeS: number;
  /** Joints and points under the soles by the rig's names, pixels of the clip's picture. */
  readonly pointsPx: Readonly<Record<string, Spot>>;
  /** Angles of each leg as they are, whether it stands or swings. */
  readonly angles: Readonly<Record<Side, FrontalAngles>>;
  /** The same of the rearfoot by the rig's own axes and joints instead of the midlines that are seen. */
  readonly rigRearfootDeg: Readonly<Record<Side, number>>;
}

/** A rendered clip from behind and all that is true of it. */
export interface RenderedBackTruth extends BackViewTruth {
  /** Largest difference between how long a leg's soles and the force plate under the human say that it stands, milliseconds. */
  readonly soleAgainstPlateMs: number;
  readonly frames: readonly TrueFrame[];
}

/** What of a clip its truth file does not say. */
type Filmed = Pick<BackClipConfig, 'avatar' | 'turnedDeg'>;

const sides = ['left', 'right'] as const;
const rigSide = { left: 'Left', right: 'Right' } as const;

/**
 * The truth of a rendered clip. Contacts are those of the avatar's own sole, which a camera sees. Joints are the rig's; the rearfoot
 * angle is that of the midlines which are seen of shoe and lower leg (`avatar-midlines.ts`).
 */
export async function readRenderedBackTruth(
  path: string,
  { avatar, turnedDeg = 0 }: Filmed,
): Promise<RenderedBackTruth> {
  const file = JSON.parse(await readFile(path, 'utf8')) as RigTruthFile;
  const midlines = avatarMidlines[avatar];
  const lastS = file.frames.at(-1)?.t ?? 0;
  const landed = file.contactsAvatarSole.filter((sole) =>
    file.contacts.some((plate) => plate.side === sole.side && sole.on < plate.off && plate.on < sole.off),
  );
  const contacts: FootContact[] = landed
    .filter(({ on, off }) => on >= 0 && off <= lastS)
    .map(({ side, on, off }) => ({ side: side === 'L' ? 'left' : 'right', touchdownS: on, toeOffS: off }));
  const frames = file.frames.map((frame): TrueFrame => {
    return {
      timeS: frame.t,
      pointsPx: turnedPoints(file, frame, turnedDeg),
      angles: bySide((side) => legAngles(frame.q, side, midlines)),
      rigRearfootDeg: bySide((side) => legAngles(frame.q, side, { shankDeg: 0, heelDeg: 0, heelGain: 1 }).rearfoot),
    };
  });
  const anglesOfRig = rigCourse(path, file);
  const strides = Math.max(1, Math.round(file.period / roughStrideS(landed)));
  const truth = frontalTruth({
    contacts,
    strideS: file.period / strides,
    anglesAt: (timeS, side) => legAngles(anglesOfRig(timeS), side, midlines),
    ankleRightM: (timeS, side) => {
      const { before, share, after } = around(file.frames, ({ t }) => t, timeS);
      const at = (frame: RigFrame): number => world(frame, `${rigSide[side]}Foot`)[2];
      return at(before) + share * (at(after) - at(before));
    },
    trunkLateralLeanDeg: mean(file.frames.map(trunkLeanDeg)),
  });
  const meanMs = (spans: readonly ContactSpan[], side: Side): number =>
    1000 * mean(spans.filter((span) => span.side === letterOf(side)).map(({ on, off }) => off - on));
  const soleAgainstPlateMs = Math.max(
    ...sides.map((side) => Math.abs(meanMs(landed, side) - meanMs(file.contacts, side))),
  );
  return { ...truth, soleAgainstPlateMs, frames };
}

const letterOf = (side: Side): ContactSpan['side'] => (side === 'left' ? 'L' : 'R');

const bySide = <T>(of: (side: Side) => T): Record<Side, T> => ({ left: of('left'), right: of('right') });

/** A joint in the runner's world: forward, up, to the right. */
function world({ joints }: RigFrame, name: string): Point3 {
  const joint = joints[name];
  if (joint === undefined) throw new Error(`the truth has no joint ${name}`);
  const [x, y, z] = joint.xyz;
  return [z, y, -x];
}

function legAngles(
  q: RigAngles,
  side: Side,
  { shankDeg, heelDeg, heelGain }: Omit<AvatarMidlines, 'bareLegs'>,
): FrontalAngles {
  const out = side === 'left' ? -1 : 1;
  // Upwards along a line whose lower end leans to the midline.
  const leaning = (deg: number): Point3 => [0, 1, out * Math.tan(radians(deg))];
  const knee = turnedWithThigh([0, -1, 0], q, side);
  return frontalAngles(
    {
      hip: [0, 0, 0],
      knee,
      ankle: add(knee, turnedWithShank([0, -1, 0], q, side)),
      otherHip: turnedWithPelvis([0, 0, -out], q),
      shankUp: turnedWithShank(leaning(shankDeg), q, side),
      heelUp: turnedWithFoot(leaning(heelDeg), q, side, heelGain),
    },
    side,
  );
}

/** The rig's angles at any time: of the motion that was rendered where it lies beside the truth, else between frame and frame. */
function rigCourse(path: string, { frames, period }: RigTruthFile): (timeS: number) => RigAngles {
  const motionPath = join(dirname(path), 'motion.mot');
  if (!existsSync(motionPath)) {
    return (timeS) =>
      blended(
        frames,
        ({ t }) => t,
        ({ q }) => q,
        timeS,
      );
  }
  const { names, timesS, rows } = readJointMotion(motionPath);
  const kneesBendBackwards = median(rows.map((row) => row[names.indexOf('knee_angle_r')])) < 0;
  const sign = names.map((name) => (name.startsWith('knee_angle') && !kneesBendBackwards ? -1 : 1));
  const moments = rows.map((row, i) => ({
    timeS: timesS[i],
    q: Object.fromEntries(names.map((name, column) => [name, sign[column] * row[column]])),
  }));
  return (timeS) =>
    blended(
      moments,
      (moment) => moment.timeS,
      ({ q }) => q,
      timeS - period * Math.floor(timeS / period),
    );
}

function trunkLeanDeg(frame: RigFrame): number {
  const middle = (part: string): Point3 => between(world(frame, `Left${part}`), world(frame, `Right${part}`), 0.5);
  return lateralLeanDeg(middle('UpLeg'), middle('Arm'));
}

/** The points where they lie after the picture was turned clockwise about its middle. */
function turnedPoints({ w, h }: RigTruthFile, frame: RigFrame, turnedDeg: number): TrueFrame['pointsPx'] {
  const [sin, cos] = [Math.sin(radians(turnedDeg)), Math.cos(radians(turnedDeg))];
  const turn = ([x, y]: Spot): Spot => {
    const [dx, dy] = [x - w / 2, y - h / 2];
    return [w / 2 + dx * cos - dy * sin, h / 2 + dx * sin + dy * cos];
  };
  const points = Object.entries(frame.joints).filter(([, joint]) => Array.isArray(joint.uv));
  return Object.fromEntries(points.map(([name, { uv }]) => [name, turn(uv)]));
}

function roughStrideS(contacts: readonly ContactSpan[]): number {
  const gaps = sides.flatMap((side) => {
    const own = contacts.filter((contact) => contact.side === letterOf(side));
    return own.slice(1).map(({ on }, i) => on - own[i].on);
  });
  return mean(gaps);
}

/** The neighbours of a time among frames, and how far it lies between them. */
function around<T>(frames: readonly T[], timeOf: (frame: T) => number, timeS: number) {
  const found = frames.findIndex((frame) => timeOf(frame) >= timeS);
  const next = Math.max(1, found < 0 ? frames.length - 1 : found);
  const [before, after] = [frames[next - 1], frames[next]];
  return { before, after, share: (timeS - timeOf(before)) / (timeOf(after) - timeOf(before)) };
}

function blended<T>(
  moments: readonly T[],
  timeOf: (moment: T) => number,
  anglesOf: (moment: T) => RigAngles,
  timeS: number,
): RigAngles {
  const { before, after, share } = around(moments, timeOf, timeS);
  const [a, b] = [anglesOf(before), anglesOf(after)];
  return Object.fromEntries(Object.keys(a).map((name) => [name, a[name] + share * (b[name] - a[name])]));
}
