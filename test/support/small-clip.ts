import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeVideo } from '../../engine/video/encode.ts';

/** Bytes of an MP4 with a moving gradient and nobody in it. */
export async function smallClip(frameCount: number, fps: number): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-clip-'));
  try {
    const outPath = join(folder, 'clip.mp4');
    await encodeVideo({ size: { widthPx: 64, heightPx: 48 }, fps, frames: gradients(frameCount), outPath });
    return new Uint8Array(await readFile(outPath));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* gradients(frameCount: number): Iterable<Uint8Array> {
  for (let frame = 0; frame < frameCount; frame++)
    yield Uint8Array.from({ length: 64 * 48 * 3 }, (_, byte) => (byte + 3 * frame) % 256);
}
