import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../engine/make-folder.ts';
import { dataDirAt } from '../store/data-dir.ts';
import { type MediaPlace, openMedia } from '../store/media/open-media.ts';
import { trialName } from '../store/media/require-writable-media.ts';
import { type Finding, fail, ok, wordsOf } from './finding.ts';

/** Whether what is put where uploads and pictures lie can be read again, and goes when it is told to. */
export async function lookAtMedia(place: MediaPlace): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-doctor-'));
  const name = trialName();
  try {
    const dir = dataDirAt(folder);
    makeFolder(dir.scratchDir);
    const { media, close } = openMedia(dir, place);
    try {
      const path = media.scratchPath();
      await writeFile(path, name);
      await media.keepUpload(name, path);
      const local = await media.localUpload(name);
      if (local === null) throw new Error('what was put there cannot be read');
      await local.release();
      await media.removeUpload(name);
    } finally {
      await close();
    }
    return ok('media', `${place.place} keeps what is put there`);
  } catch (error) {
    return fail(
      'media',
      `${place.place}: ${wordsOf(error)}`,
      'Check `media`, the s3-… settings, and that this user may write there.',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
