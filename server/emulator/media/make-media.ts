import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { measureClip } from '../../../engine/measure-clip.ts';
import { writeMedia } from '../../../engine/overlay/write-media.ts';
import { decodeFrames } from '../../../engine/video/decode.ts';
import { encodeVideo } from '../../../engine/video/encode.ts';
import { probeVideo } from '../../../engine/video/probe.ts';
import type { SizePx, VideoProbe } from '../../../engine/video/video.ts';
import { demoRunner } from '../../../fixtures/demo-clip.ts';
import { makeRunnerClip } from '../../../fixtures/figure/runner-clip.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';

async function* pictures(probe: VideoProbe, size: SizePx): AsyncGenerator<Uint8Array> {
  for await (const { rgb } of decodeFrames(probe, size)) yield rgb;
}

// Makes what the emulator carries in base64, that its bundle reads no file: a clip of the painted runner to send (sample-clip), the same with our drawing
// (annotated-video) and a picture of it (thumbnail). From the project's root: `node dist/server/emulator/media/make-media.js`.
const fps = 30;
const durationS = 2;
/** Of what is carried along: the drawing is as wide as the clip twice, and its letters are legible at this. */
const carriedWidthPx = 320;
const camera = sideCamera({ widthPx: 240, heightPx: 428, fieldHeightM: 2.55, heightM: 0.98, distanceM: 4.5 });
const folder = await mkdtemp(join(tmpdir(), 'stridelab-media-'));
try {
  const [clipPath, videoPath, thumbnailPath] = ['clip.mp4', 'annotated.mp4', 'thumbnail.jpg'].map((name) =>
    join(folder, name),
  );
  await makeRunnerClip({ runner: demoRunner, camera, fps, durationS, crf: 36, outPath: clipPath });
  const { poses } = syntheticPoses(createRunner(demoRunner), camera, { fps, durationS });
  const video = await probeVideo(clipPath);
  const request = { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' } as const;
  await writeMedia(measureClip({ video, pose: poses }, request), { videoPath, thumbnailPath });
  // The drawing is made at full quality; what is carried along is small.
  const drawn = await probeVideo(videoPath);
  const smallPath = join(folder, 'small.mp4');
  // The strip below the picture makes it higher than the clip is.
  const size = {
    widthPx: carriedWidthPx,
    heightPx: 2 * Math.round((carriedWidthPx * drawn.heightPx) / drawn.widthPx / 2),
  };
  await encodeVideo({ size, fps, frames: pictures(drawn, size), crf: 34, outPath: smallPath });
  const smallThumbnailPath = join(folder, 'small.jpg');
  await sharp(thumbnailPath)
    .resize({ width: size.widthPx, height: size.heightPx, fit: 'fill' })
    .jpeg({ quality: 50 })
    .toFile(smallThumbnailPath);
  for (const [name, path] of [
    ['sample-clip', clipPath],
    ['annotated-video', smallPath],
    ['thumbnail', smallThumbnailPath],
  ]) {
    const bytes = await readFile(path);
    const lines = bytes.toString('base64').match(/.{1,108}/g) ?? [];
    const text = [
      '// Data: written by make-media.ts, which says what it shows. Not to be edited.',
      `/** ${bytes.length} bytes in base64. */`,
      `export default [`,
      ...lines.map((line) => `  '${line}',`),
      `].join('');`,
      '',
    ].join('\n');
    await writeFile(`server/emulator/media/${name}.base64.ts`, text);
    process.stdout.write(`${name}: ${bytes.length} bytes\n`);
  }
} finally {
  await rm(folder, { recursive: true });
}
