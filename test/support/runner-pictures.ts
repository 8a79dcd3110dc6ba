import { existsSync } from 'node:fs';
import type { Crop } from '../../engine/pose/crop.ts';
import type { Side } from '../../engine/pose/keypoint-names.ts';
import { decodeFrames } from '../../engine/video/decode.ts';
import { probeVideo } from '../../engine/video/probe.ts';
import type { SizePx } from '../../engine/video/video.ts';
import { createFigureRenderer } from '../../fixtures/figure/render-figure.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { sharedPath } from './shared.ts';

/** A picture with a runner in it: packed 8-bit RGB, rows top down. */
export interface RunnerPicture extends SizePx {
  readonly name: string;
  readonly rgb: Uint8Array;
}

/** Painted runners at several moments of a stride. */
export function paintedPictures(): RunnerPicture[] {
  return [...paintedStride('right', 3), ...paintedStride('left', 4)];
}

function paintedStride(side: Side, speedMps: number): RunnerPicture[] {
  const size = { widthPx: 360, heightPx: 640 };
  const camera = sideCamera({ side, ...size, fieldHeightM: 2.55, distanceM: 4.5 });
  const runner = createRunner({ speedMps, heightM: 1.75, ground: 'treadmill' });
  const renderer = createFigureRenderer({ camera, scene: { kind: 'treadmill-room', beltSpeedMps: speedMps } });
  return [0, 0.25, 0.5].map((timeS) => {
    const rgb = new Uint8Array(size.widthPx * size.heightPx * 3);
    renderer.render(runner.poseAt(timeS), rgb, timeS);
    return { name: `painted, ${side} side, ${speedMps} m/s, ${timeS} s`, ...size, rgb };
  });
}

const clips = [
  ['clips/treadmill_side_male_720x1280_30fps_9.9s.mp4', [20, 47]],
  ['clips/overground_side_female_480x352_30fps.mp4', [12, 24]],
  ['rendered/syn_side_treadmill_3mps_60fps.mp4', [30, 77]],
] as const;

/** Frames of real and rendered runners; none where the shared material is missing. */
export async function filmedPictures(): Promise<RunnerPicture[]> {
  const pictures: RunnerPicture[] = [];
  for (const [clip, frames] of clips) {
    const path = sharedPath(`data/${clip}`);
    if (!existsSync(path)) continue;
    const probe = await probeVideo(path);
    for (const onlyIndex of frames) {
      for await (const { rgb, widthPx, heightPx } of decodeFrames(probe, probe, { onlyIndex })) {
        pictures.push({ name: `${clip}, frame ${onlyIndex}`, widthPx, heightPx, rgb });
      }
    }
  }
  return pictures;
}

/** The picture on a square grey field, large enough for a crop to lie inside it, and the crop's place on the field. */
export function onField({ name, widthPx, heightPx, rgb }: RunnerPicture, crop: Crop): [RunnerPicture, Crop] {
  const reachPx = crop.sidePx / Math.SQRT2 + 2;
  const beyond = [reachPx - crop.centreXPx, crop.centreXPx + reachPx - widthPx];
  beyond.push(reachPx - crop.centreYPx, crop.centreYPx + reachPx - heightPx);
  const marginPx = Math.ceil(Math.max(0, ...beyond));
  const sidePx = Math.max(widthPx, heightPx) + 2 * marginPx;
  const field = new Uint8Array(sidePx * sidePx * 3).fill(128);
  for (let row = 0; row < heightPx; row++) {
    field.set(rgb.subarray(row * widthPx * 3, (row + 1) * widthPx * 3), ((marginPx + row) * sidePx + marginPx) * 3);
  }
  return [
    { name, widthPx: sidePx, heightPx: sidePx, rgb: field },
    { ...crop, centreXPx: crop.centreXPx + marginPx, centreYPx: crop.centreYPx + marginPx },
  ];
}
