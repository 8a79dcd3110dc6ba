import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { makeClip } from '../../test/support/clips.ts';
import { stickRunner } from '../../test/support/stick-runner.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { decodeFrames } from '../video/decode.ts';
import { probeVideo } from '../video/probe.ts';
import { writeMedia } from './write-media.ts';

it('writes the annotated video and a picture of a touchdown', async () => {
  const folder = tempDir();
  const size = { widthPx: 320, heightPx: 240 };
  const clip = await makeClip(folder, 'clip.mp4', { frameCount: 24, size, paint: () => [60, 60, 60] });
  const analysis = stickRunner(await probeVideo(clip));
  const output = { videoPath: join(folder, 'annotated.mp4'), thumbnailPath: join(folder, 'thumbnail.jpg') };
  const fractions: number[] = [];
  await writeMedia(analysis, output, { onProgress: (fraction) => fractions.push(fraction) });

  expect(await readdir(folder)).toEqual(['annotated.mp4', 'clip.mp4', 'thumbnail.jpg']);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  const annotated = await probeVideo(output.videoPath);
  expect(annotated.frameTimesS).toEqual(analysis.video.frameTimesS);

  expect(await sharp(output.thumbnailPath).metadata()).toMatchObject({ format: 'jpeg', width: annotated.widthPx });

  // The strip lies below the clip's picture.
  const whole = { ...size, heightPx: Math.round((size.widthPx * annotated.heightPx) / annotated.widthPx) };
  expect(whole.heightPx).toBeGreaterThan(1.2 * size.heightPx);
  // The near thigh is orange on grey, half-way between hip and knee.
  const { right_hip: hip, right_knee: knee } = analysis.tracks.points;
  const [x, y] = [(hip.xPx[10] + knee.xPx[10]) / 2, (hip.yPx[10] + knee.yPx[10]) / 2].map(Math.floor);
  for await (const { rgb } of decodeFrames(annotated, whole, { onlyIndex: 10 })) {
    const [red, , blue] = rgb.subarray((y * size.widthPx + x) * 3);
    expect(red - blue).toBeGreaterThan(60);
  }
});

it('leaves no video behind when its picture cannot be written', async () => {
  const folder = tempDir();
  const analysis = stickRunner(await probeVideo(await makeClip(folder, 'clip.mp4', { frameCount: 24 })));
  const output = { videoPath: join(folder, 'annotated.mp4'), thumbnailPath: join(folder, 'missing', 'thumbnail.jpg') };
  await expect(writeMedia(analysis, output)).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['clip.mp4']);
});
