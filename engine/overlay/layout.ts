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
const timelineUnits = 92;
const marginUnits = 14;
/** Share of frames whose head, or feet, may lie beyond what counts as the runner's reach. */
const outlierShare = 0.03;

/** Places the panels above or below the runner, wherever they cover least of head and feet over the whole clip. */
export function layOut(figure: Figure, style: Style, cellCount: number): Layout {
  const { widthPx, heightPx } = figure.size;
  const [margin, headlineHeight, timelineHeight] = [marginUnits, headlineUnits, timelineUnits].map(
    (units) => units * style.unitPx,
  );
  const width = widthPx - 2 * margin;
  const headlineWidth = Math.min(width, cellCount * 150 * style.unitPx);
  const headline = (y: number): Box => ({
    x: (widthPx - headlineWidth) / 2,
    y,
    width: headlineWidth,
    height: headlineHeight,
  });
  const timeline = (y: number): Box => ({ x: margin, y, width, height: timelineHeight });
  const bottom = (height: number): number => heightPx - margin - height;
  const gap = margin / 2;
  const candidates: readonly Layout[] = [
    { headline: headline(margin), timeline: timeline(bottom(timelineHeight)) },
    { headline: headline(margin), timeline: timeline(margin + headlineHeight + gap) },
    {
      headline: headline(bottom(headlineHeight + gap + timelineHeight)),
      timeline: timeline(bottom(timelineHeight)),
    },
  ];
  const reach = runnerReach(figure);
  return candidates.reduce((best, next) =>
    covered(next, reach, heightPx) < covered(best, reach, heightPx) ? next : best,
  );
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
