import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { openDataDir } from '../data-dir.ts';
import { openDatabase } from '../open-database.ts';
import type { MediaStore } from './media-store.ts';
import { openMedia } from './open-media.ts';
import { requireSharedMedia } from './require-shared-media.ts';

function mediaIn(root: string): MediaStore {
  const { media, close } = openMedia(openDataDir(root));
  onTestFinished(close);
  return media;
}

it('knows the place by the mark that the first process made, and no other place', async () => {
  const root = tempDir();
  const database = await openDatabase(openDataDir(root));
  onTestFinished(() => database.close());
  const media = mediaIn(root);
  await Promise.all([1, 2, 3].map(() => requireSharedMedia(database, media)));
  expect(readdirSync(join(root, 'place'))).toHaveLength(1);
  await requireSharedMedia(database, mediaIn(root));
  const elsewhere = tempDir();
  await expect(requireSharedMedia(database, mediaIn(elsewhere))).rejects.toMatchObject({ code: 'media_not_shared' });
  expect(existsSync(join(elsewhere, 'place'))).toBe(false);
});
