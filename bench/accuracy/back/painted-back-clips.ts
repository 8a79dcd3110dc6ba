import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Appearance, defaultAppearance } from '../../../fixtures/figure/appearance.ts';
import { makeRunnerClip } from '../../../fixtures/figure/runner-clip.ts';
import { type BackCameraOptions, backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { backViewTruth } from '../../../fixtures/runner/back-view-truth.ts';
import type { BackViewTruth } from '../../../fixtures/runner/frontal-truth.ts';
import type { RunnerOptions } from '../../../fixtures/runner/runner-parameters.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { benchCache, contentKey, ifMissing } from '../../pictures/painted-stride.ts';
import type { Half } from '../clips/clip-with-truth.ts';
import type { BackClipWithTruth } from './back-clip-with-truth.ts';

interface PaintedBackClip {
  readonly name: string;
  readonly half: Half;
  readonly group: string;
  readonly planted: BackClipWithTruth['planted'];
  readonly runner: RunnerOptions & { readonly heightM: number; readonly speedMps: number };
  readonly camera: BackCameraOptions;
  readonly appearance?: Appearance;
  readonly fps: 30 | 60;
  readonly durationS: number;
}

const size = { widthPx: 540, heightPx: 960 };

/** One runner three times, with more pelvic drop and more eversion each time. */
const planted = (
  name: string,
  half: Half,
  clip: Omit<PaintedBackClip, 'name' | 'half' | 'group' | 'planted'>,
): PaintedBackClip[] =>
  [
    [0, 2],
    [4, 7],
    [8, 12],
  ].map(([pelvicDropDeg, eversionDeg]) => ({
    ...clip,
    name: `painted, ${name}, drop ${pelvicDropDeg}, eversion ${eversionDeg}`,
    half,
    group: `painted, ${name}`,
    planted: { pelvicDropDeg, eversionDeg },
    runner: { ...clip.runner, pelvicDropDeg, eversionDeg },
  }));

const paintedBackClips: readonly PaintedBackClip[] = [
  ...planted('3 m/s', 'development', {
    runner: { speedMps: 3, heightM: 1.75, footAngleDeg: 12 },
    camera: { distanceM: 4, heightM: 0.9, fieldHeightM: 2.2 },
    fps: 30,
    durationS: 2.6,
  }),
  ...planted('2.7 m/s, dark shoes', 'reporting', {
    runner: { speedMps: 2.7, heightM: 1.68, footAngleDeg: 8, toeOutDeg: 8 },
    camera: { distanceM: 3.4, heightM: 1, fieldHeightM: 2.1 },
    appearance: {
      ...defaultAppearance,
      shoe: '#23252b',
      shoeTrim: '#8fd14f',
      sock: '#7a4a32',
      skin: '#8a5a3c',
      sole: '#b9bcc0',
    },
    fps: 30,
    durationS: 2.6,
  }),
  {
    name: 'painted, 3.4 m/s, legs unlike, 60 fps',
    half: 'reporting',
    group: 'painted, 3.4 m/s',
    planted: {},
    runner: {
      speedMps: 3.4,
      heightM: 1.8,
      pelvicDropDeg: 5,
      pelvicDropAsymmetryDeg: 4,
      eversionDeg: 8,
      eversionAsymmetryDeg: -6,
      kneeInwardDeg: 3,
      kneeInwardAsymmetryDeg: 5,
    },
    camera: { distanceM: 5, heightM: 1.1, fieldHeightM: 2.3, rollDeg: 2 },
    fps: 60,
    durationS: 1.9,
  },
];

/** The small differences of a person's steps. */
const variability = { seed: 11, touchdownS: 0.003, footAngleDeg: 0.8, overstrideDeg: 0.5 };
const crf = 20;
/** To be raised when the same runner looks different from behind, or other things are true of him. */
const version = 3;

/** The synthetic runner painted from behind; each clip is made once and then taken from the cache. */
export async function paintedBackClipsWithTruth(): Promise<BackClipWithTruth[]> {
  const clips: BackClipWithTruth[] = [];
  // One after the other: painting takes every core as it is.
  for (const clip of paintedBackClips) clips.push(await made(clip));
  return clips;
}

async function made(clip: PaintedBackClip): Promise<BackClipWithTruth> {
  const { name, half, group, planted: own, camera, appearance, fps, durationS } = clip;
  const runner = { ...clip.runner, ground: 'treadmill', variability } as const;
  const folder = join(benchCache(), `painted-back-${contentKey([version, clip, size, variability, crf])}`);
  const [path, truthPath] = [join(folder, 'clip.mp4'), join(folder, 'back-truth.json')];
  if ((await stat(truthPath).catch(ifMissing)) === null) {
    await mkdir(folder, { recursive: true });
    const look = appearance === undefined ? {} : { appearance };
    await makeRunnerClip({
      runner,
      camera: backCamera({ ...size, ...camera }),
      ...look,
      fps,
      durationS,
      crf,
      outPath: path,
    });
    await writeFile(`${truthPath}.part`, JSON.stringify(backViewTruth(createRunner(runner), 0, durationS - 1 / fps)));
    await rename(`${truthPath}.part`, truthPath);
  }
  const truth = JSON.parse(await readFile(truthPath, 'utf8')) as BackViewTruth;
  const { heightM } = clip.runner;
  const known = { treadmill: true, bareLegs: true, contactsKnown: true } as const;
  return { name, half, kind: 'painted', path, heightM, ...known, group, planted: own, truth };
}
