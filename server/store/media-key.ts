import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { DataDir } from './data-dir.ts';

const keyBytes = 32;

/**
 * The secret that media links are signed with: made once, readable by its owner alone, so that links outlive a restart.
 *
 * @throws StrideError `data_dir_unusable` when the file is there and damaged.
 */
export function openMediaKey(dir: DataDir): Buffer {
  try {
    const fresh = randomBytes(keyBytes);
    writeFileSync(dir.mediaKeyPath, fresh, { flag: 'wx', mode: 0o600, flush: true });
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = readFileSync(dir.mediaKeyPath);
  if (kept.length !== keyBytes)
    throw new StrideError('data_dir_unusable', 'its media key is damaged; delete media.key');
  return kept;
}
