import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeFrames } from '../../engine/video/decode.ts';
import { probeVideo } from '../../engine/video/probe.ts';
import { sampleClip } from '../emulator/media/sample-clip.ts';
import { type Finding, fail, ok, wordsOf } from './finding.ts';

/** Pictures of the sample clip. */
const expectedFrames = 60;
const mend =
  'Run `npm ci` again on this machine, which needs Linux with glibc, macOS or Windows; see docs/decisions/0002.';

/** Whether FFmpeg is there with what is needed of it, and reads a clip as it reads those of clients: in a process of its own. */
export async function lookAtDecoder(): Promise<Finding[]> {
  return [await lookAtBuild(), await decodeClip()];
}

async function lookAtBuild(): Promise<Finding> {
  try {
    const { ffmpegBuild } = await import('./ffmpeg-build.ts');
    const { version, missing } = ffmpegBuild();
    return missing.length === 0
      ? ok('FFmpeg', `${version}, with every codec that is needed`)
      : fail('FFmpeg', `${version} is without ${missing.join(', ')}`, mend);
  } catch (error) {
    return fail('FFmpeg', wordsOf(error), mend);
  }
}

async function decodeClip(): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-doctor-'));
  try {
    const path = join(folder, 'clip.mp4');
    await writeFile(path, sampleClip());
    const probe = await probeVideo(path);
    let frames = 0;
    for await (const _frame of decodeFrames(probe, { widthPx: 60, heightPx: 108 })) frames++;
    return frames === expectedFrames
      ? ok('decoder', `reads a clip of ${frames} pictures`)
      : fail('decoder', `${frames} of ${expectedFrames} pictures were decoded`, mend);
  } catch (error) {
    return fail('decoder', wordsOf(error), mend);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
