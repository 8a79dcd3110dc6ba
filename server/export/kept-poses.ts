import { buffer } from 'node:stream/consumers';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { ClipReading } from '../../engine/pose-file/clip-reading.ts';
import { posesOf } from '../../engine/pose-file/open-poses.ts';
import { mostPosesBytes } from '../../engine/pose-file/poses-format.ts';
import { withStores } from '../accounts/operator-stores.ts';
import { mediaPlace } from '../config/media-place.ts';
import { requireStorePlace, storesPlace } from '../config/require-store-place.ts';
import type { Settings } from '../config/settings.ts';
import { dataDirAt } from '../store/data-dir.ts';
import { openMedia } from '../store/media/open-media.ts';
import { posesName } from '../store/media-files.ts';

/**
 * What a server keeps of the pictures of an analysis.
 *
 * @throws StrideError `invalid_option` where nothing is kept under the id; those of opening the stores.
 */
export async function keptPoses(id: string, settings: Settings): Promise<ClipReading> {
  const owned = await withStores(storesPlace(settings), ({ analyses }) => analyses.ownerOf(id));
  if (owned === null)
    throw new StrideError('invalid_option', `no analysis has the id ${id}, and no file or folder is called so`);
  const opened = openMedia(dataDirAt(requireStorePlace(settings)), mediaPlace(settings));
  try {
    const file = await opened.media.open({ id, attempt: owned.attempt }, posesName(id));
    if (file === null)
      throw new StrideError(
        'invalid_option',
        `nothing is kept of the pictures of analysis ${id}: it has not succeeded, or is older than poses are kept`,
      );
    if (file.sizeBytes > mostPosesBytes) {
      await file.close();
      throw new StrideError('invalid_poses', `more than ${mostPosesBytes / 1e6} MB`);
    }
    return posesOf(await buffer(file.read(null)));
  } finally {
    await opened.close();
  }
}
