import type { SizePx } from '../video/video.ts';

/** A place in the output picture, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lies in the strip under the clip's picture, where it covers nobody. */
export interface StripContent {
  /** Whether there are numbers; a sentence stands in their place otherwise. */
  readonly headline: boolean;
  /** Height of the numbers of each frame, where they have no room beside the runner, units. */
  readonly labelUnits: number;
  readonly timeline: boolean;
}

export interface Layout {
  /** Of the whole: the clip's picture and the strip. */
  readonly size: SizePx;
  /** One unit of the strip: sizes in it are multiples of it. */
  readonly unitPx: number;
  readonly headline: Box;
  readonly labels: Box | null;
  readonly timeline: Box | null;
}

/** Widths of the picture in units: an upright one fills a phone, so that letters may take a smaller share of a wide one. */
const widthUnits = { upright: 720, wide: 840 };
const heightUnits = { headline: 96, notice: 48, timeline: 84 };
const marginUnits = 14;

/** One unit of the strip below a picture. */
export const unitPxOf = ({ widthPx, heightPx }: SizePx): number =>
  widthPx / (widthPx > heightPx ? widthUnits.wide : widthUnits.upright);

/** Middle of the timeline's first line from its top, units. */
export const headerUnits = 13;

/** Height of that line in a video that has a timeline. */
export const timelineHeaderY = ({ heightPx }: SizePx, unitPx: number): number =>
  heightPx - (heightUnits.timeline - headerUnits) * unitPx;

/** Places the strip: the clip's numbers, below them a frame's, and the timeline of contacts. */
export function layOut(picture: SizePx, content: StripContent): Layout {
  const { widthPx, heightPx } = picture;
  const unitPx = unitPxOf(picture);
  const box = (y: number, units: number): Box => ({
    x: marginUnits * unitPx,
    y,
    width: widthPx - 2 * marginUnits * unitPx,
    height: units * unitPx,
  });
  const headline = box(heightPx, content.headline ? heightUnits.headline : heightUnits.notice);
  let below = headline.y + headline.height;
  const next = (units: number): Box | null => {
    if (units === 0) return null;
    const placed = box(below, units);
    below += placed.height;
    return placed;
  };
  const labels = next(content.labelUnits);
  const timeline = next(content.timeline ? heightUnits.timeline : 0);
  return { size: { widthPx, heightPx: 2 * Math.ceil(below / 2) }, unitPx, headline, labels, timeline };
}
