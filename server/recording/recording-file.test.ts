import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openRecording, readRecording } from './recording-file.ts';

afterEach(() => vi.restoreAllMocks());

/** What all open files have in common. */
async function fileMethods(folder: string): Promise<FileHandle> {
  const file = await open(join(folder, 'other'), 'w');
  await file.close();
  return Object.getPrototypeOf(file) as FileHandle;
}

it('leaves no file where its first line could not be written, so that the next try may have the name', async () => {
  const folder = tempDir();
  const path = join(folder, 'recording.ndjson');
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  vi.spyOn(await fileMethods(folder), 'appendFile').mockRejectedValueOnce(full);
  await expect(openRecording(path)).rejects.toMatchObject({ code: 'output_not_writable' });
  expect(existsSync(path)).toBe(false);
  const recording = await openRecording(path);
  await recording.close();
  expect(await readRecording(path)).toEqual([]);
});
