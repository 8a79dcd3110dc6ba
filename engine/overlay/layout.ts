import type { SizePx } from '../video/video.ts';
import type { Figure } from './figure.ts';
import type { Style } from './style.ts';

/** A panel's place in the output picture, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly headline: Box;
  readonly timeline: Box;
}

const headlineUnits = 82;
const timelineUnits = { full: 92, slim: 68 };
const marginUnits = 14;
const cellUnits = { roomy: 150, tight: 112 };
/** Pictures at least this much wider than high have room for both panels side by side. */
const wideRatio = 1.5;
/** Share of frames whose head, or feet, may lie beyond what counts as the runner's reach. */
const outlierShare = 0.03;

/**
 * Places the panels above or below the runner, wherever they cover least of head and feet over the whole clip; the
 * earlier of equally good places is taken.
 */
export function layOut(figure: Figure, style: Style, cellCount: number): Layout {
  const reach = runnerReach(figure);
  const cost = (layout: Layout): number => covered(layout, reach, figure.size.heightPx);
  return candidates(figure.size, style.unitPx, cellCount).reduce((best, next) =>
    cost(next) < cost(best) ? next : best,
  );
}

function candidates({ widthPx, heightPx }: SizePx, unit: number, cellCount: number): Layout[] {
  const margin = marginUnits * unit;
  const gap = margin / 2;
  const width = widthPx - 2 * margin;
  const headlineHeight = headlineUnits * unit;
  const headlineWidth = Math.min(width, cellCount * cellUnits.roomy * unit);
  const headline = (y: number): Box => ({
    x: (widthPx - headlineWidth) / 2,
    y,
    width: headlineWidth,
    height: headlineHeight,
  });
  const timeline = (y: number, units: number): Box => ({ x: margin, y, width, height: units * unit });
  const fromBottom = (units: number): number => heightPx - margin - units * unit;
  const { full, slim } = timelineUnits;
  const stacked = [
    { headline: headline(margin), timeline: timeline(fromBottom(full), full) },
    { headline: headline(margin), timeline: timeline(margin + headlineHeight + gap, full) },
    { headline: headline(fromBottom(full) - gap - headlineHeight), timeline: timeline(fromBottom(full), full) },
    { headline: headline(margin), timeline: timeline(fromBottom(slim), slim) },
  ];
  if (widthPx < wideRatio * heightPx) return stacked;
  const tightWidth = cellCount * cellUnits.tight * unit;
  const sideBySide = [margin, fromBottom(full)].map((y) => ({
    headline: { x: margin, y, width: tightWidth, height: full * unit },
    timeline: { x: margin + tightWidth + gap, y, width: width - tightWidth - gap, height: full * unit },
  }));
  return [...stacked, ...sideBySide];
}

/** How far the panels reach over the runner, pixels; the head counts double. */
function covered(layout: Layout, reach: { top: number; bottom: number }, heightPx: number): number {
  const boxes = [layout.headline, layout.timeline];
  const isAbove = (box: Box): boolean => box.y + box.height / 2 < heightPx / 2;
  const topEdge = Math.max(0, ...boxes.filter(isAbove).map((box) => box.y + box.height));
  const bottomEdge = Math.min(heightPx, ...boxes.filter((box) => !isAbove(box)).map((box) => box.y));
  return 2 * Math.max(0, topEdge - reach.top) + Math.max(0, reach.bottom - bottomEdge);
}

function runnerReach(figure: Figure): { top: number; bottom: number } {
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (let frame = 0; frame < figure.tracks.frameCount; frame++) {
    const head = figure.head(frame);
    if (head) tops.push(head.y - figure.headRadiusPx);
    const feet = (['left', 'right'] as const)
      .flatMap((side) => [figure.part(side, 'toe', frame), figure.part(side, 'ankle', frame)])
      .filter((point) => point !== null);
    if (feet.length > 0) bottoms.push(Math.max(...feet.map((point) => point.y)) + 0.04 * figure.heightPx);
  }
  return {
    top: quantile(tops, outlierShare) ?? figure.size.heightPx,
    bottom: quantile(bottoms, 1 - outlierShare) ?? 0,
  };
}

function quantile(values: readonly number[], share: number): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.round(share * (values.length - 1))];
}
