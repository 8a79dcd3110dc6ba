import sample from './sample-clip.base64.ts';

/** A clip to send: two seconds of a synthetic runner on a treadmill, 240x428, 30 frames a second, H.264 in MP4. */
export const sampleClip = (): Buffer => Buffer.from(sample, 'base64');
