import type { ClipFacts } from './clip-facts.ts';
import { largestBytes } from './judge-clip.ts';
import { readContainer } from './read-container.ts';
import { readShown } from './read-shown.ts';

/** Reads a clip in the browser, from its file and from a link to it. */
export async function readClip(file: File, url: string): Promise<ClipFacts> {
  // A browser takes an empty file for a fault of the page.
  if (file.size === 0)
    return { bytes: 0, isShown: false, durationS: null, widthPx: null, heightPx: null, frameRate: null };
  const shown = await readShown(url);
  // A file that is refused for its size is not read whole.
  const told = file.size <= largestBytes ? await readContainer(await file.arrayBuffer()) : null;
  return {
    bytes: file.size,
    isShown: shown.isShown,
    durationS: shown.durationS ?? told?.durationS ?? null,
    widthPx: shown.widthPx ?? told?.widthPx ?? null,
    heightPx: shown.heightPx ?? told?.heightPx ?? null,
    frameRate: told?.frameRate ?? null,
  };
}
