import { join } from 'node:path';
import { defaultCacheFolder } from '../../../models/model-cache.ts';

/** Where clips rendered from behind are kept. */
export const backClipFolder = (): string => join(defaultCacheFolder(), 'back-clips');
