import { readFile } from 'node:fs/promises';
import type { Side } from '../engine/pose/keypoint-names.ts';

interface ContactSpan {
  readonly side: 'L' | 'R';
  readonly on: number;
  readonly off: number;
}

/** What is used of the truth file of a rendered avatar. */
interface RenderedTruthFile {
  readonly avatarSpeed: number;
  readonly contacts: readonly ContactSpan[];
  readonly contactsAvatarSole: readonly ContactSpan[];
  readonly frames: readonly { readonly t: number; readonly joints: Readonly<Record<string, { readonly uv: Pixel }>> }[];
}

type Pixel = readonly [number, number];

/** What is true of a clip. */
export interface ClipTruth {
  readonly cadenceSpm: number;
  readonly contactTimeMs: number;
  readonly dutyFactor: number;
  readonly speedMps: number;
  /** Knee flexion of each side over its gait cycle, degrees, 101 values. */
  readonly kneeCurveDeg: Readonly<Record<Side, readonly number[]>>;
}

/**
 * The truth of a rendered clip twice: by the contacts of the avatar's own sole, which a camera sees, and by the force plate under the
 * human whose motion it shows. They differ by up to 90 ms, since the avatar's feet are not the human's. Joints are the avatar's as the camera sees them.
 */
export interface RenderedTruth {
  readonly sole: ClipTruth;
  readonly plate: ClipTruth;
}

/** Reads a rendered clip's truth. */
export async function readRenderedTruth(path: string): Promise<RenderedTruth> {
  const file = JSON.parse(await readFile(path, 'utf8')) as RenderedTruthFile;
  return { sole: truthBy(file, file.contactsAvatarSole), plate: truthBy(file, file.contacts) };
}

function truthBy(file: RenderedTruthFile, all: readonly ContactSpan[]): ClipTruth {
  const lastS = file.frames.at(-1)?.t ?? 0;
  const contacts = all.filter(({ on, off }) => on >= 0 && off <= lastS);
  const stepS = ((contacts.at(-1)?.on ?? 0) - (contacts[0]?.on ?? 0)) / (contacts.length - 1);
  const contactS = mean(contacts.map(({ on, off }) => off - on));
  return {
    cadenceSpm: 60 / stepS,
    contactTimeMs: 1000 * contactS,
    dutyFactor: contactS / (2 * stepS),
    speedMps: file.avatarSpeed,
    kneeCurveDeg: { left: kneeCurve(file, all, 'left'), right: kneeCurve(file, all, 'right') },
  };
}

function kneeCurve(file: RenderedTruthFile, contacts: readonly ContactSpan[], side: Side): number[] {
  const prefix = side === 'left' ? 'Left' : 'Right';
  const letter = side === 'left' ? 'L' : 'R';
  const flexion = file.frames.map(({ t, joints }) => ({
    t,
    deg: bendDeg(uv(joints, `${prefix}UpLeg`), uv(joints, `${prefix}Leg`), uv(joints, `${prefix}Foot`)),
  }));
  const starts = contacts.filter((contact) => contact.side === letter).map(({ on }) => on);
  const strides = starts
    .slice(1)
    .map((end, i) => [starts[i], end] as const)
    .filter(([from, to]) => from >= 0 && to <= (flexion.at(-1)?.t ?? 0));
  return Array.from({ length: 101 }, (_, percent) =>
    mean(strides.map(([from, to]) => valueAt(flexion, from + (percent / 100) * (to - from)))),
  );
}

const uv = (joints: RenderedTruthFile['frames'][number]['joints'], name: string): Pixel => {
  const joint = joints[name];
  if (joint === undefined) throw new Error(`the truth has no joint ${name}`);
  return joint.uv;
};

/** 0 when the three points are in line. */
function bendDeg(a: Pixel, b: Pixel, c: Pixel): number {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return Math.abs(Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)) * (180 / Math.PI);
}

function valueAt(samples: readonly { readonly t: number; readonly deg: number }[], t: number): number {
  const next = samples.findIndex((sample) => sample.t >= t);
  const [a, b] = [samples[Math.max(0, next - 1)], samples[Math.max(0, next)]];
  if (a === undefined || b === undefined) return Number.NaN;
  const share = b.t > a.t ? (t - a.t) / (b.t - a.t) : 0;
  return a.deg + share * (b.deg - a.deg);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
