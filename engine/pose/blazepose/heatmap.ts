/** Where a heatmap places a point: shares of the crop, and how sure it is, 0 to 1. */
export interface HeatmapPeak {
  u: number;
  v: number;
  confidence: number;
}

/** Half the side of the window that is weighed, in cells (MediaPipe: a window of 7). */
const reach = 3;

/** How a point climbs. */
export interface HeatmapClimb {
  /** Below this, the heatmap does not know the point better than the landmark does. */
  readonly leastConfidence: number;
  /** Steps towards the peak. */
  readonly mostSteps: number;
}

/** Nearly all windows rest after two steps. */
const toThePeak: HeatmapClimb = { leastConfidence: 0.3, mostSteps: 4 };

/** What MediaPipe and `@tensorflow-models/pose-detection` do; to compare with them. */
export const mediaPipeStep: HeatmapClimb = { leastConfidence: 0.5, mostSteps: 1 };

/**
 * Moves a point to the middle of its heatmap around it, as MediaPipe does with BlazePose's landmarks, but step by step until
 * the window no longer moves (mean shift; Comaniciu and Meer 2002). A point outside the heatmap stays, with confidence 0.
 *
 * @param heatmap Logits, `side x side x points`, rows top down.
 * @param peak Holds the point; is changed in place.
 */
export function climbHeatmap(
  heatmap: Float32Array,
  side: number,
  points: number,
  point: number,
  peak: HeatmapPeak,
  { leastConfidence, mostSteps }: HeatmapClimb = toThePeak,
): void {
  let column = Math.floor(peak.u * side);
  let row = Math.floor(peak.v * side);
  peak.confidence = 0;
  for (let step = 0; step < mostSteps; step++) {
    if (column < 0 || row < 0 || column >= side || row >= side) return;
    let weight = 0;
    let columnSum = 0;
    let rowSum = 0;
    let highest = 0;
    for (let y = Math.max(0, row - reach); y <= Math.min(side - 1, row + reach); y++) {
      for (let x = Math.max(0, column - reach); x <= Math.min(side - 1, column + reach); x++) {
        const share = 1 / (1 + Math.exp(-heatmap[(y * side + x) * points + point]));
        weight += share;
        columnSum += share * x;
        rowSum += share * y;
        if (share > highest) highest = share;
      }
    }
    peak.confidence = highest;
    if (highest < leastConfidence) return;
    // Cell `i` stands for the place `i / side`, not for its middle: the networks were trained that way.
    peak.u = columnSum / weight / side;
    peak.v = rowSum / weight / side;
    const nextColumn = Math.round(columnSum / weight);
    const nextRow = Math.round(rowSum / weight);
    if (nextColumn === column && nextRow === row) return;
    column = nextColumn;
    row = nextRow;
  }
}
