import type { Capsule, PointPx, Ring, RoundedBox, Sector, Shape, Triangle } from '../shape.ts';

/** Takes the distances of one row of pixels after another. */
export interface RowSink {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Signed distance from the shape's edge to the pixels' centres, pixels, negative inside; entry 0 is column `left`. */
  readonly distances: Float32Array;
  /** Columns `left` up to, but not including, `right` of a row have their distance in {@link distances}. */
  row(y: number, left: number, right: number): void;
  /** These columns lie wholly inside. */
  solid(y: number, left: number, right: number): void;
}

/** The part of the picture in which a shape can be seen, pixel centres. */
interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Gives a shape's distances for all pixels of the picture nearer to it than `reach`, rows top down, and some further.
 * Distance functions after Quilez, "2D distance functions" (2020).
 */
export function traceShape(shape: Shape, reach: number, sink: RowSink): void {
  switch (shape.kind) {
    case 'capsule':
      traceCapsule(shape, reach, sink);
      break;
    case 'ring':
      traceRing(shape, reach, sink);
      break;
    case 'wedge':
    case 'arc':
      traceSector(shape, reach, sink);
      break;
    case 'box':
      traceBox(shape, reach, sink);
      break;
    case 'triangle':
      traceTriangle(shape, reach, sink);
      break;
  }
}

function traceCapsule({ a, b, radius }: Capsule, reach: number, sink: RowSink): void {
  const { distances } = sink;
  const far = radius + reach;
  const bounds = boundsOf([a, b], far, sink);
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = length > 0 ? [dx / length, dy / length] : [1, 0];
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const py = y + 0.5 - a.y;
    let [left, right] = [bounds.left, bounds.right];
    if (length > 0 && Math.abs(uy) > 0.05) {
      // Where the row crosses the strip of this width round the endless line.
      const middle = a.x + (py * ux) / uy;
      const half = (far + 1) / Math.abs(uy);
      left = Math.max(left, Math.floor(middle - half - 0.5));
      right = Math.min(right, Math.ceil(middle + half + 0.5));
    }
    for (let x = left; x < right; x++) {
      const px = x + 0.5 - a.x;
      const along = px * ux + py * uy;
      const across = Math.abs(px * uy - py * ux);
      const past = along < 0 ? along : along > length ? along - length : 0;
      distances[x - left] = (past === 0 ? across : Math.sqrt(past * past + across * across)) - radius;
    }
    sink.row(y, left, right);
  }
}

function traceRing({ centre, radius, width }: Ring, reach: number, sink: RowSink): void {
  const { distances } = sink;
  const { left, right, top, bottom } = boundsOf([centre], radius + width / 2 + reach, sink);
  for (let y = top; y < bottom; y++) {
    const py = y + 0.5 - centre.y;
    for (let x = left; x < right; x++) {
      const px = x + 0.5 - centre.x;
      distances[x - left] = Math.abs(Math.sqrt(px * px + py * py) - radius) - width / 2;
    }
    sink.row(y, left, right);
  }
}

function traceSector(sector: Sector, reach: number, sink: RowSink): void {
  const { kind, centre, radius, width, direction, halfTurn } = sector;
  const { distances } = sink;
  const { left, right, top, bottom } = boundsOf(cornersOf(sector), width / 2 + reach, sink);
  const [mx, my] = [Math.cos(direction), Math.sin(direction)];
  const [cos, sin] = [Math.cos(halfTurn), Math.sin(halfTurn)];
  const isArc = kind === 'arc';
  const low = isArc ? radius - width / 2 : 0;
  const high = isArc ? radius + width / 2 : radius;
  // Nothing changes further from an edge than this, so that only its sign is told there.
  const plain = reach + 2;
  const [farSquared, innerSquared] = [(high + plain) ** 2, Math.max(0, high - plain) ** 2];
  const holeSquared = isArc ? Math.max(0, low - plain) ** 2 : -1;
  for (let y = top; y < bottom; y++) {
    const py = y + 0.5 - centre.y;
    for (let x = left; x < right; x++) {
      const px = x + 0.5 - centre.x;
      const squared = px * px + py * py;
      if (squared > farSquared || squared < holeSquared) {
        distances[x - left] = plain;
        continue;
      }
      // Mirrored at the sector's middle, then turned so that its end lies along the second axis.
      const along = px * mx + py * my;
      const across = Math.abs(px * my - py * mx);
      const beyond = across * cos - along * sin;
      if (beyond > plain || (!isArc && beyond < -plain && squared < innerSquared)) {
        distances[x - left] = beyond;
        continue;
      }
      const out = across * sin + along * cos;
      const fromCentre = Math.sqrt(squared);
      const past = out < low ? low - out : out > high ? out - high : 0;
      const toEnd = Math.sqrt(beyond * beyond + past * past);
      const toRim = isArc ? Math.abs(fromCentre - radius) - width / 2 : fromCentre - radius;
      distances[x - left] = Math.max(toRim, beyond < 0 ? -toEnd : toEnd);
    }
    sink.row(y, left, right);
  }
}

/** Points whose bounding box holds the sector. */
function cornersOf({ kind, centre, radius, width, direction, halfTurn }: Sector): PointPx[] {
  const at = (angle: number, distance: number): PointPx => ({
    x: centre.x + distance * Math.cos(angle),
    y: centre.y + distance * Math.sin(angle),
  });
  const ends = [direction - halfTurn, direction + halfTurn];
  const inner = kind === 'arc' ? ends.map((angle) => at(angle, radius - width / 2)) : [centre];
  const quarter = Math.PI / 2;
  const axes: PointPx[] = [];
  for (let k = Math.ceil(ends[0] / quarter); k * quarter <= ends[1]; k++) axes.push(at(k * quarter, radius));
  return [...inner, ...ends.map((angle) => at(angle, radius)), ...axes];
}

function traceBox({ x: boxX, y: boxY, width, height, cornerRadius }: RoundedBox, reach: number, sink: RowSink): void {
  const { distances } = sink;
  const corners = [
    { x: boxX, y: boxY },
    { x: boxX + width, y: boxY + height },
  ];
  const { left, right, top, bottom } = boundsOf(corners, reach, sink);
  const [halfX, halfY] = [width / 2 - cornerRadius, height / 2 - cornerRadius];
  const [middleX, middleY] = [boxX + width / 2, boxY + height / 2];
  const border = cornerRadius + 1;
  const solidLeft = clamp(Math.ceil(boxX + border), left, right);
  const solidRight = clamp(Math.floor(boxX + width - border), solidLeft, right);
  const edge = (y: number, from: number, to: number): void => {
    const qy = Math.abs(y + 0.5 - middleY) - halfY;
    for (let x = from; x < to; x++) {
      const qx = Math.abs(x + 0.5 - middleX) - halfX;
      const outside = Math.sqrt(Math.max(qx, 0) ** 2 + Math.max(qy, 0) ** 2);
      distances[x - from] = outside + Math.min(Math.max(qx, qy), 0) - cornerRadius;
    }
    sink.row(y, from, to);
  };
  for (let y = top; y < bottom; y++) {
    if (y < boxY + 1 || y > boxY + height - 2 || solidRight === solidLeft) {
      edge(y, left, right);
      continue;
    }
    edge(y, left, solidLeft);
    sink.solid(y, solidLeft, solidRight);
    edge(y, solidRight, right);
  }
}

function traceTriangle({ corners }: Triangle, reach: number, sink: RowSink): void {
  const { distances } = sink;
  const { left, right, top, bottom } = boundsOf(corners, reach, sink);
  // Outward normals of the edges; beyond a corner the larger distance makes the outline pointed.
  const edges = corners.map((from, i) => {
    const to = corners[(i + 1) % 3];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [nx, ny] = [(to.y - from.y) / length, (from.x - to.x) / length];
    return { nx, ny, offset: nx * from.x + ny * from.y };
  });
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      let distance = Number.NEGATIVE_INFINITY;
      for (const { nx, ny, offset } of edges) distance = Math.max(distance, nx * (x + 0.5) + ny * (y + 0.5) - offset);
      distances[x - left] = distance;
    }
    sink.row(y, left, right);
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Whole pixels round the points, with half a pixel for the edge's smoothing, within the picture. */
function boundsOf(points: readonly PointPx[], margin: number, { widthPx, heightPx }: RowSink): Bounds {
  let [minX, minY, maxX, maxY] = [points[0].x, points[0].y, points[0].x, points[0].y];
  for (const { x, y } of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  const top = clamp(Math.floor(minY - margin - 1), 0, heightPx);
  const left = clamp(Math.floor(minX - margin - 1), 0, widthPx);
  return {
    left,
    top,
    right: clamp(Math.ceil(maxX + margin + 1), left, widthPx),
    bottom: clamp(Math.ceil(maxY + margin + 1), top, heightPx),
  };
}
