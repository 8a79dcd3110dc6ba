import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataDir } from '../store/data-dir.ts';
import { mediaFolder } from '../store/media-files.ts';
import type { MediaFile, MediaSource } from './media-source.ts';

/** Pictures as files in the data folder. */
export const diskMedia = (dir: DataDir): MediaSource => ({
  has: async (analysisId, fileName) => existsSync(join(mediaFolder(dir, analysisId), fileName)),
  open: (analysisId, fileName) => openFile(join(mediaFolder(dir, analysisId), fileName)),
});

async function openFile(path: string): Promise<MediaFile | null> {
  const handle = await openIfThere(path);
  if (handle === null) return null;
  try {
    const { size, mtimeMs } = await handle.stat();
    return {
      sizeBytes: size,
      modifiedMs: mtimeMs,
      read: (range) => handle.createReadStream(range ?? {}),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
