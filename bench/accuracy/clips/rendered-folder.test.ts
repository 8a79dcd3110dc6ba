import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { standingClips } from './every-clip.ts';
import { renderedConfigs, sideClipFolder } from './rendered-configs.ts';
import { hasClip, hasWholeClip } from './rendered-folder.ts';
import { standingFile } from './standing-truth.ts';

afterEach(() => void vi.unstubAllEnvs());

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = tempDir();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

it('takes a clip for what its configuration says of its soles, and else for what its folder says', () => {
  expect(hasClip(folderOf({}), 'own')).toBe(false);
  const older = folderOf({ 'clip.mp4': '', 'config.json': '{ "fps": 30 }' });
  expect([hasClip(older, 'own'), hasClip(older, 'standing')]).toEqual([true, true]);
  const standing = folderOf({ 'clip.mp4': '', 'config.json': '{ "soles": "standing" }' });
  expect([hasClip(standing, 'own'), hasClip(standing, 'standing')]).toEqual([false, true]);
});

it('asks of soles that stand for how long they do', () => {
  const files = { 'clip.mp4': '', 'config.json': '{}' };
  expect([hasWholeClip(folderOf(files), 'own'), hasWholeClip(folderOf(files), 'standing')]).toEqual([true, false]);
  expect(hasWholeClip(folderOf({ ...files, [standingFile]: '{ "standsMs": 200 }' }), 'standing')).toBe(true);
});

it('leaves a clip out that does not say how long its soles stand', async () => {
  const cache = tempDir();
  vi.stubEnv('STRIDELAB_CACHE', cache);
  const folder = join(cache, 'dev-clips', sideClipFolder(renderedConfigs[0], 'standing'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'clip.mp4'), '');
  await expect(standingClips()).resolves.toEqual([]);
});
