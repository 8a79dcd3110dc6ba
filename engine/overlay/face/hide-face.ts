import type { Analysis } from '../../analysis.ts';
import type { Drawing, DrawingItem } from '../../drawing/drawing.ts';
import { nearestFrame } from '../../video/nearest-frame.ts';
import { headTrack } from './head-track.ts';

/** Below everything that is drawn. */
const lowest = -1;

/**
 * The drawing with a coarse mosaic over the runner's head in every frame of the clip, below all else. Only the runner that is measured is
 * hidden, not who else is in the picture.
 */
export function hideFace(drawing: Drawing, { video, tracks }: Pick<Analysis, 'video' | 'tracks'>): Drawing {
  const heads = headTrack(tracks);
  if (heads === null) return drawing;
  const scaleX = drawing.picture.widthPx / tracks.widthPx;
  const scaleY = drawing.picture.heightPx / tracks.heightPx;
  const mosaics = Array.from(video.frameTimesS, (timeS, frame): DrawingItem => {
    const read = nearestFrame(tracks.timesS, timeS);
    return {
      kind: 'mosaic',
      span: { from: frame, to: frame + 1 },
      layer: lowest,
      at: { x: Math.round(heads.xPx[read] * scaleX), y: Math.round(heads.yPx[read] * scaleY) },
      radius: Math.ceil(heads.radiusPx[read] * Math.max(scaleX, scaleY)),
    };
  });
  return { ...drawing, items: [...mosaics, ...drawing.items] };
}
