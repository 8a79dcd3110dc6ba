import type { KeypointName } from '../../pose/keypoint-names.ts';
import type { Tracks } from '../../tracks/tracks.ts';

/** Where the head is in each frame of the tracks, as a disc that holds all of it, pixels of the clip. */
export interface HeadTrack {
  readonly xPx: Float64Array;
  readonly yPx: Float64Array;
  readonly radiusPx: Float64Array;
}

/**
 * Of the standing height: radius of a disc about the points of the face that holds the head with hair, and some margin. Chin to top of
 * the head is 0.13 (Drillis and Contini 1966), and the points lie in its lower half.
 */
const radiusShare = 0.115;
/** Shoulders to hips, and shoulders to the middle of the head, of the standing height (Drillis and Contini 1966). */
const [trunkShare, neckShare] = [0.288, 0.12];
/** The face's points lie below the middle of the head, by this much of the standing height. */
const upShare = 0.015;
/** Where nothing of the head and shoulders was found the disc is this much larger. */
const unseenGrowth = 1.6;
/** Frames by whose motion the head is followed beyond the first and the last in which it was found. */
const motionFrames = 8;

const facePoints: readonly KeypointName[] = ['nose', 'left_eye', 'right_eye', 'left_ear', 'right_ear'];

/**
 * The runner's head in every frame. By the points of the face, else by shoulders and hips; through frames with neither in a straight
 * line from the last place to the next, and beyond both ends as it moved.
 *
 * @returns Null where it was never found.
 */
export function headTrack(tracks: Tracks): HeadTrack | null {
  const found = Array.from({ length: tracks.frameCount }, (_, frame) => headAt(tracks, frame));
  const known = found.flatMap((head, frame) => (head === null ? [] : [frame]));
  if (known.length === 0) return null;
  const heads = found.map((head, frame) => head ?? between(found, known, frame));
  return {
    xPx: Float64Array.from(heads, ({ x }) => x),
    yPx: Float64Array.from(heads, ({ y }) => y),
    radiusPx: Float64Array.from(heads, ({ radius }) => radius),
  };
}

interface Head {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function headAt(tracks: Tracks, frame: number): Head | null {
  const point = (name: KeypointName): Point[] => {
    const { xPx, yPx } = tracks.points[name];
    return Number.isFinite(xPx[frame]) && Number.isFinite(yPx[frame]) ? [{ x: xPx[frame], y: yPx[frame] }] : [];
  };
  const face = facePoints.flatMap(point);
  const shoulders = mean([...point('left_shoulder'), ...point('right_shoulder')]);
  const hips = mean([...point('left_hip'), ...point('right_hip')]);
  const trunk = shoulders === null || hips === null ? null : Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y);
  // Who comes nearer grows; the height of the clip is that of its middle.
  const height = Math.max(tracks.bodyHeightPx, Math.min(2 * tracks.bodyHeightPx, (trunk ?? 0) / trunkShare));
  const radius = radiusShare * height;
  const middle = mean(face);
  if (middle !== null) {
    const spread = Math.max(...face.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)));
    return { x: middle.x, y: middle.y - upShare * height, radius: Math.max(radius, spread + radius / 2) };
  }
  if (shoulders === null) return null;
  const up = hips === null || trunk === null || trunk === 0 ? { x: 0, y: -1 } : unit(hips, shoulders, trunk);
  const [x, y] = [shoulders.x + up.x * neckShare * height, shoulders.y + up.y * neckShare * height];
  return { x, y, radius: 1.25 * radius };
}

const unit = (from: Point, to: Point, length: number): Point => ({
  x: (to.x - from.x) / length,
  y: (to.y - from.y) / length,
});

function mean(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** A head that was not found, by those that were. */
function between(found: readonly (Head | null)[], known: readonly number[], frame: number): Head {
  const after = known.findIndex((other) => other > frame);
  if (after > 0) {
    const [from, to] = [known[after - 1], known[after]];
    return placed(found, from, to, (frame - from) / (to - from));
  }
  // Beyond an end, as it moved there.
  const near = after === 0 ? known.slice(0, motionFrames) : known.slice(-motionFrames);
  const [first, last] = [near[0], near[near.length - 1]];
  return placed(found, first, last, last === first ? 0 : (frame - first) / (last - first));
}

function placed(found: readonly (Head | null)[], from: number, to: number, share: number): Head {
  const [a, b] = [found[from], found[to]];
  if (a === null || b === null) throw new Error('a head that was found is gone');
  const radius = unseenGrowth * Math.max(a.radius, b.radius);
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y), radius };
}
