import { Readable } from 'node:stream';
import type { MediaSource } from '../../http/media-source.ts';
import type { StoredFile } from '../../store/media/stored-file.ts';
import { thumbnailName } from '../../store/media-files.ts';
import type { Worlds } from '../world/worlds.ts';

/** The pictures of every analysis: one small video and its thumbnail. */
export const emulatedMedia = (worlds: Worlds): MediaSource => ({
  // Where a scenario takes the pictures away, its links lead to nothing.
  has: async () => true,
  open: async ({ id }, fileName) => {
    const world = worlds.ofAnalysis(id);
    const started = world?.started.get(id);
    const fault = started?.chosen.effects.media;
    if (world?.memory.analyses.get(id)?.status !== 'success' || fault === 'missing') return null;
    const { annotatedVideoBytes, thumbnailBytes } = await import('../media/annotated-clip.ts');
    const whole = fileName === thumbnailName(id) ? thumbnailBytes : annotatedVideoBytes;
    const bytes = fault === 'truncated' ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
    return inMemory(bytes, world.memory.analyses.get(id)?.createdAtMs ?? 0);
  },
});

const inMemory = (bytes: Buffer, modifiedMs: number): StoredFile => ({
  sizeBytes: bytes.length,
  modifiedMs,
  read: (range) =>
    Readable.from([range === null ? bytes : bytes.subarray(range.start, range.end + 1)], { objectMode: false }),
  close: async () => undefined,
});
