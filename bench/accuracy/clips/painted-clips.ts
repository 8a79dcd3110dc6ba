import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRunnerClip } from '../../../fixtures/figure/runner-clip.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';
import type { RunnerOptions } from '../../../fixtures/runner/runner-parameters.ts';
import type { RunnerTruth } from '../../../fixtures/runner/truth.ts';
import { benchCache, contentKey, ifMissing } from '../../pictures/painted-stride.ts';
import type { ClipTruth } from '../../rendered-truth.ts';
import type { ClipWithTruth, Half } from './clip-with-truth.ts';

interface PaintedClip {
  readonly name: string;
  readonly half: Half;
  readonly runner: RunnerOptions & { readonly heightM: number; readonly speedMps: number };
  readonly side: 'left' | 'right';
  readonly picture: 'portrait' | 'landscape';
  readonly fps: 30 | 60;
  readonly durationS: number;
}

const paintedClips: readonly PaintedClip[] = [
  {
    name: 'painted, 2.2 m/s, heel first, 30 fps',
    half: 'development',
    runner: { speedMps: 2.2, heightM: 1.7, footAngleDeg: 18 },
    side: 'right',
    picture: 'portrait',
    fps: 30,
    durationS: 4,
  },
  {
    name: 'painted, 2.8 m/s, forefoot first, 30 fps',
    half: 'development',
    runner: { speedMps: 2.8, heightM: 1.8, footAngleDeg: -6 },
    side: 'left',
    picture: 'landscape',
    fps: 30,
    durationS: 4,
  },
  {
    name: 'painted, 3.4 m/s, midfoot, 60 fps',
    half: 'development',
    runner: { speedMps: 3.4, heightM: 1.75, footAngleDeg: 4 },
    side: 'left',
    picture: 'portrait',
    fps: 60,
    durationS: 3,
  },
  {
    name: 'painted, 4.2 m/s, heel first, 60 fps',
    half: 'development',
    runner: { speedMps: 4.2, heightM: 1.75, footAngleDeg: 12 },
    side: 'right',
    picture: 'landscape',
    fps: 60,
    durationS: 3,
  },
  {
    name: 'painted, 3 m/s, short contacts, 30 fps',
    half: 'reporting',
    runner: { speedMps: 3, heightM: 1.75, footAngleDeg: 10, dutyFactor: 0.3 },
    side: 'right',
    picture: 'landscape',
    fps: 30,
    durationS: 4,
  },
  {
    name: 'painted, 2.6 m/s, long contacts, 30 fps',
    half: 'reporting',
    runner: { speedMps: 2.6, heightM: 1.75, footAngleDeg: 15, dutyFactor: 0.42, cadenceSpm: 170 },
    side: 'left',
    picture: 'portrait',
    fps: 30,
    durationS: 4,
  },
  {
    name: 'painted, 3.6 m/s, forefoot first, 60 fps',
    half: 'reporting',
    runner: { speedMps: 3.6, heightM: 1.65, footAngleDeg: -4 },
    side: 'right',
    picture: 'portrait',
    fps: 60,
    durationS: 3,
  },
];

const pictures = {
  portrait: { widthPx: 480, heightPx: 854, fieldHeightM: 2.6, distanceM: 4.5 },
  landscape: { widthPx: 960, heightPx: 540, fieldHeightM: 2.5, distanceM: 4.5 },
};
/** The small differences of a person's steps. */
const variability = { seed: 7, touchdownS: 0.003, footAngleDeg: 0.8, overstrideDeg: 0.5 };
const crf = 22;

/** The synthetic runner painted at several speeds and strikes; each clip is made once and then taken from the cache. */
export async function paintedClipsWithTruth(): Promise<ClipWithTruth[]> {
  const clips: ClipWithTruth[] = [];
  // One after the other: painting takes every core as it is.
  for (const clip of paintedClips) clips.push(await made(clip));
  return clips;
}

async function made(clip: PaintedClip): Promise<ClipWithTruth> {
  const { name, half, side, picture, fps, durationS } = clip;
  const runner = { ...clip.runner, ground: 'treadmill', variability } as const;
  const folder = join(benchCache(), `painted-${contentKey([clip, pictures, variability, crf])}`);
  const [path, truthPath] = [join(folder, 'clip.mp4'), join(folder, 'truth.json')];
  if ((await stat(truthPath).catch(ifMissing)) === null) {
    await mkdir(folder, { recursive: true });
    const camera = sideCamera({ side, ...pictures[picture] });
    const { truth } = await makeRunnerClip({ runner, camera, fps, durationS, crf, outPath: path });
    await writeFile(`${truthPath}.part`, JSON.stringify(truth));
    await rename(`${truthPath}.part`, truthPath);
  }
  const truth = JSON.parse(await readFile(truthPath, 'utf8')) as RunnerTruth;
  const { heightM } = clip.runner;
  return { name, half, kind: 'painted', path, heightM, treadmill: true, truth: clipTruth(truth) };
}

function clipTruth({ metrics }: RunnerTruth): ClipTruth {
  const curve = (joint: keyof ClipTruth['curvesDeg'], side: 'left' | 'right'): number[] =>
    metrics.jointAngles[joint][side].curveDeg.map((value) => value ?? Number.NaN);
  const both = (joint: keyof ClipTruth['curvesDeg']) => ({ left: curve(joint, 'left'), right: curve(joint, 'right') });
  const { cadenceSpm, contactTimeMs, flightTimeMs, dutyFactor, speedMps, stepLengthM, verticalOscillationM } = metrics;
  const { trunkLeanDeg, overstrideDeg, frontKneeAngleDeg, backKneeAngleDeg, footAngleDeg } = metrics;
  return {
    cadenceSpm,
    contactTimeMs,
    flightTimeMs,
    dutyFactor,
    speedMps,
    speedOverSolesMps: speedMps,
    stepLengthM,
    verticalOscillationM,
    trunkLeanDeg,
    overstrideDeg,
    frontKneeAngleDeg,
    backKneeAngleDeg,
    footAngleDeg,
    curvesDeg: {
      ankle: both('ankle'),
      knee: both('knee'),
      hip: both('hip'),
      shoulder: both('shoulder'),
      elbow: both('elbow'),
    },
  };
}
