import type { MediaPlace } from '../store/media/open-media.ts';
import type { Settings } from './settings.ts';

type Named = Pick<Settings, 'media' | 's3Endpoint' | 's3Region' | 's3AccessKeyId' | 's3SecretAccessKey'>;

/** Where the settings say that uploads and pictures lie. */
export const mediaPlace = (settings: Named): MediaPlace => ({
  place: settings.media,
  endpoint: settings.s3Endpoint,
  region: settings.s3Region,
  accessKeyId: settings.s3AccessKeyId,
  secretAccessKey: settings.s3SecretAccessKey,
});
