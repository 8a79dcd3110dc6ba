import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { makeClip, type PaintFrame } from '../../../test/support/clips.ts';
import { stickRunner } from '../../../test/support/stick-runner.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { decodeFrames } from '../../video/decode.ts';
import { probeVideo } from '../../video/probe.ts';
import { writeMedia } from '../write-media.ts';

const size = { widthPx: 320, heightPx: 240 };
/** A chessboard of small fields stands for features. */
const paint: PaintFrame = (x, y) => ((x >> 2) % 2 === (y >> 2) % 2 ? [220, 220, 220] : [30, 30, 30]);

/** Mean difference of neighbouring pixels of the head beside the line of the neck: what is left of features. */
function detail(rgb: Uint8Array, top: number, bottom: number): number {
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y++)
    for (let x = size.widthPx / 2 + 6; x < size.widthPx / 2 + 12; x++, count++)
      sum += Math.abs(rgb[3 * (y * size.widthPx + x)] - rgb[3 * (y * size.widthPx + x + 1)]);
  return sum / count;
}

it('leaves no features of the head in any frame of the annotated video, nor in the thumbnail', async () => {
  const folder = tempDir();
  const clip = await makeClip(folder, 'clip.mp4', { frameCount: 24, size, paint });
  const runner = stickRunner(await probeVideo(clip));
  for (let frame = 8; frame < 12; frame++)
    for (const track of Object.values(runner.tracks.points)) track.xPx[frame] = Number.NaN;
  const [top, bottom] = [0.42, 0.46].map((share) => Math.round(share * size.heightPx));
  const details: number[][] = [];
  for (const blurFace of [false, true]) {
    const output = {
      videoPath: join(folder, `${blurFace}.mp4`),
      thumbnailPath: join(folder, `${blurFace}.jpg`),
      blurFace,
    };
    await writeMedia(runner, output);
    const seen: number[] = [];
    const annotated = await probeVideo(output.videoPath);
    const whole = { ...size, heightPx: Math.round((size.widthPx * annotated.heightPx) / annotated.widthPx) };
    for await (const { rgb } of decodeFrames(annotated, whole)) seen.push(detail(rgb, top, bottom));
    const picture = await sharp(output.thumbnailPath)
      .resize(size.widthPx, whole.heightPx)
      .removeAlpha()
      .raw()
      .toBuffer();
    details.push([...seen, detail(picture, top, bottom)]);
  }
  expect(details[0]).toHaveLength(25);
  expect(Math.min(...details[0])).toBeGreaterThan(20);
  expect(Math.max(...details[1])).toBeLessThan(6);
});
