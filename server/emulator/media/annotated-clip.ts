import annotatedVideo from './annotated-video.base64.ts';
import thumbnail from './thumbnail.base64.ts';

/** What every analysis shows: two seconds of a synthetic runner with the engine's drawing over it, H.264 in MP4. */
export const annotatedVideoBytes = Buffer.from(annotatedVideo, 'base64');

/** One of its pictures, JPEG. */
export const thumbnailBytes = Buffer.from(thumbnail, 'base64');
