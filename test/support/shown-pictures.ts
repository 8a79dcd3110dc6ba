import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtEntry } from '../../engine/built-entry.ts';
import { type PictureLayout, type PlanarPicture, viewPicture } from '../../engine/video/planar-picture.ts';
import { tempDir } from './temp-dir.ts';

export interface ShownOptions {
  readonly mostPixels?: number;
  /** First two rows of a display matrix that the stream is taken to have instead of its own. */
  readonly matrix?: readonly number[];
  /** Width of a pixel by its height that the stream is taken to have. */
  readonly pixelAspect?: readonly [num: number, den: number];
}

// FFmpeg runs in a process of its own, which must not go back to its event loop afterwards.
const program = `
  import { writeFileSync } from 'node:fs';
  const { decoder, frameClock, framePlanes, planarPicture, path, outPath, mostPixels, matrix, pixelAspect } = JSON.parse(process.argv[1]);
  const { decodePictures } = await import(decoder);
  const { openWithClock } = await import(frameClock);
  const { FramePlanes } = await import(framePlanes);
  const { bytesPerPicture } = await import(planarPicture);
  const { input } = openWithClock(path, { maxFrames: 100, maxPixels: 4096 * 4096 });
  const { codecpar, sampleAspectRatio } = input.stream;
  const bytes = Buffer.alloc(36);
  const [a, b, c, d] = matrix ?? [];
  [a, b, 0, c, d].forEach((value = 0, i) => bytes.writeInt32LE(value * 65536, 4 * i));
  const stream = {
    sampleAspectRatio: pixelAspect === null ? sampleAspectRatio : { num: pixelAspect[0], den: pixelAspect[1] },
    codecpar: {
      colorTrc: codecpar.colorTrc,
      getCodedSideData: (type) => (matrix === null ? codecpar.getCodedSideData(type) : bytes),
    },
  };
  let planes;
  const pictures = [];
  for (const frame of decodePictures(input, 4096 * 4096)) {
    planes ??= new FramePlanes(stream, frame, mostPixels);
    const bytes = Buffer.alloc(bytesPerPicture(planes.layout));
    planes.copy(frame, bytes);
    pictures.push(bytes);
  }
  writeFileSync(outPath, Buffer.concat(pictures));
  process.stdout.write(JSON.stringify({ layout: planes.layout, count: pictures.length }), () => process.exit(0));
`;

/** Every picture of a clip as the loop over its frames is given it. */
export async function shownPictures(
  path: string,
  { mostPixels = 4096 * 4096, matrix, pixelAspect }: ShownOptions = {},
): Promise<PlanarPicture[]> {
  const entry = (name: string): string => builtEntry(import.meta.url, `../../engine/video/${name}.js`).href;
  const outPath = join(tempDir(), 'pictures.bin');
  const request = {
    decoder: entry('av/decoder'),
    frameClock: entry('av/frame-clock'),
    framePlanes: entry('av/frame-planes'),
    planarPicture: entry('planar-picture'),
    path,
    outPath,
    mostPixels,
    matrix: matrix ?? null,
    pixelAspect: pixelAspect ?? null,
  };
  const arguments_ = ['--input-type=module', '-e', program, JSON.stringify(request)];
  const { stdout } = await promisify(execFile)(process.execPath, arguments_);
  const { layout, count } = JSON.parse(stdout) as { layout: PictureLayout; count: number };
  const bytes = await readFile(outPath);
  const length = bytes.length / count;
  return Array.from({ length: count }, (_, i) => viewPicture(layout, bytes.subarray(i * length, (i + 1) * length)));
}
