import type { ClipFacts } from './clip-facts.ts';

export type ShownFacts = Pick<ClipFacts, 'durationS' | 'widthPx' | 'heightPx' | 'isShown'>;

/** Longest wait for a browser that neither shows a clip nor says that it cannot. */
const patienceMs = 5000;

/** What the browser itself reads of a clip at `url`. */
export function readShown(url: string): Promise<ShownFacts> {
  const video = document.createElement('video');
  video.preload = 'metadata';
  video.muted = true;
  return new Promise((resolve) => {
    const end = (isShown: boolean) => {
      clearTimeout(timer);
      const { duration, videoWidth, videoHeight } = video;
      resolve({
        durationS: Number.isFinite(duration) && duration > 0 ? duration : null,
        widthPx: videoWidth || null,
        heightPx: videoHeight || null,
        isShown: isShown && videoWidth > 0,
      });
      video.removeAttribute('src');
    };
    const timer = setTimeout(() => end(false), patienceMs);
    video.onloadedmetadata = () => end(true);
    video.onerror = () => end(false);
    video.src = url;
  });
}
