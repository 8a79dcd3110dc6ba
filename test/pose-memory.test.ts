import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TreeMemory } from '../bench/clip/process-tree.ts';
import { watchPeak } from '../bench/clip/watch-peak.ts';
import { estimatePoses } from '../engine/pose/estimate-poses.ts';
import { encodeVideo } from '../engine/video/encode.ts';
import { createFigureRenderer } from '../fixtures/figure/render-figure.ts';
import { sideCamera } from '../fixtures/keypoints/side-camera.ts';
import { createRunner } from '../fixtures/runner/synthetic-runner.ts';
import { childrenOf } from './support/children.ts';
import { tempDir } from './support/temp-dir.ts';

const fps = 240;
const size = { widthPx: 1280, heightPx: 720 };
const painted = { widthPx: 640, heightPx: 360 };

/** Pictures of a stride, painted at half the size. */
function stride(count: number): Uint8Array[] {
  const speedMps = 3;
  const runner = createRunner({ speedMps, heightM: 1.75, ground: 'treadmill' });
  const renderer = createFigureRenderer({
    camera: sideCamera({ ...painted, fieldHeightM: 2.55, distanceM: 4.5 }),
    scene: { kind: 'treadmill-room', beltSpeedMps: speedMps },
  });
  return Array.from({ length: count }, (_, index) => {
    const timeS = (0.7 * index) / count;
    const rgb = new Uint8Array(3 * painted.widthPx * painted.heightPx);
    renderer.render(runner.poseAt(timeS), rgb, timeS);
    return doubled(rgb);
  });
}

function doubled(rgb: Uint8Array): Uint8Array {
  const twice = new Uint8Array(4 * rgb.length);
  const bytesPerRow = 3 * size.widthPx;
  for (let row = 0; row < size.heightPx; row += 2) {
    const start = row * bytesPerRow;
    for (let column = 0; column < size.widthPx; column++) {
      const from = 3 * ((row / 2) * painted.widthPx + (column >> 1));
      for (let c = 0; c < 3; c++) twice[start + 3 * column + c] = rgb[from + c];
    }
    twice.copyWithin(start + bytesPerRow, start, start + bytesPerRow);
  }
  return twice;
}

// The pictures that are read of these two seconds take 330 MB together, all of them 660 MB.
test.skipIf(!existsSync('/proc/self/smaps_rollup'))(
  'a clip of 720p at 240 fps is read in far less memory than its pictures take',
  async () => {
    const path = join(tempDir(), 'runner.mp4');
    const pictures = stride(14);
    const frames = Array.from({ length: 2 * fps }, (_, frame) => pictures[Math.floor(frame / 12) % pictures.length]);
    await encodeVideo({ size, fps, frames, crf: 28, outPath: path });
    let watch: { stop(): TreeMemory | null } | undefined;
    onTestFinished(() => void watch?.stop());
    const { pose } = await estimatePoses(path, {
      network: 'blazepose-lite',
      threads: 2,
      onFrame() {
        watch ??= watchPeak(childrenOf(process.pid)[0]);
      },
    });
    const peak = watch?.stop();
    expect(pose.found.reduce((sum, found) => sum + found, 0)).toBe(fps);
    expect(peak?.pssBytes).toBeGreaterThan(100e6);
    expect(peak?.pssBytes).toBeLessThan(600e6);
  },
);
