import type { View } from '../analysis.ts';
import type { PointPx } from '../drawing/shape.ts';
import { type KeypointName, otherSide, type Side } from '../pose/keypoint-names.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { firstFrameFrom } from '../video/nearest-frame.ts';
import type { SizePx } from '../video/video.ts';

/** A tracked point in the output picture. */
export interface FigurePoint extends PointPx {
  /** False where the track was filled over a gap. */
  readonly seen: boolean;
}

/** A keypoint without its side. */
export type Part = 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe' | 'ear';

/** So many frames a missing side's place is looked for in. */
const nearFrames = 30;

/** The runner in the output picture, frame by frame. */
export class Figure {
  readonly tracks: Tracks;
  readonly size: SizePx;
  readonly near: Side;
  readonly far: Side;
  /** The runner's height in the output picture. */
  readonly heightPx: number;
  readonly #scaleX: number;
  readonly #scaleY: number;

  readonly #bothNear: boolean;

  constructor(tracks: Tracks, size: SizePx, view: View = 'side') {
    this.tracks = tracks;
    this.size = size;
    this.#scaleX = size.widthPx / tracks.widthPx;
    this.#scaleY = size.heightPx / tracks.heightPx;
    this.heightPx = tracks.bodyHeightPx * this.#scaleY;
    // Who runs to the right shows the right side.
    this.near = tracks.facing === 1 ? 'right' : 'left';
    this.far = tracks.facing === 1 ? 'left' : 'right';
    // Who is seen from the front, though asked for from the side, has no nearer side either.
    this.#bothNear = view === 'back' || tracks.view !== 'side';
  }

  /** Whether a side is drawn in full: the nearer one, and both of who is seen from behind or from the front. */
  isNear(side: Side): boolean {
    return this.#bothNear || side === this.near;
  }

  /** A place of the clip's picture in the output picture. */
  placed([xPx, yPx]: readonly [xPx: number, yPx: number]): PointPx {
    return { x: xPx * this.#scaleX, y: yPx * this.#scaleY };
  }

  /** +1 where a side's outside is the picture's right, for who is seen from behind. */
  outwards(side: Side, frame: number): 1 | -1 {
    const [own, other] = [this.part(side, 'hip', frame), this.part(otherSide(side), 'hip', frame)];
    if (own === null || other === null) return side === 'left' ? -1 : 1;
    return own.x >= other.x ? 1 : -1;
  }

  /** A keypoint in a frame, or null where its track is empty. */
  point(name: KeypointName, frame: number): FigurePoint | null {
    const track = this.tracks.points[name];
    const [x, y] = [track.xPx[frame] * this.#scaleX, track.yPx[frame] * this.#scaleY];
    return Number.isFinite(x) && Number.isFinite(y) ? { x, y, seen: track.seen[frame] === 1 } : null;
  }

  /** The same for one side's part. */
  part(side: Side, part: Part, frame: number): FigurePoint | null {
    return this.point(`${side}_${part}`, frame);
  }

  /** A part between two frames, in a straight line; null where either has it not. */
  partAt(side: Side, part: Part, timeS: number): PointPx | null {
    const { timesS, frameCount } = this.tracks;
    const next = Math.min(frameCount - 1, firstFrameFrom(timesS, timeS));
    const before = Math.max(0, next - 1);
    const [from, to] = [this.part(side, part, before), this.part(side, part, next)];
    if (!from || !to) return null;
    const spanS = timesS[next] - timesS[before];
    const share = spanS > 0 ? Math.min(1, Math.max(0, (timeS - timesS[before]) / spanS)) : 1;
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  }

  /**
   * Half-way between both sides' parts. Where one is missing, as far from the other as in the nearest frame that has both, so that what hangs
   * on it does not jump; in a clip without such a frame the one that is known.
   */
  middle(part: Part, frame: number): FigurePoint | null {
    const [left, right] = [this.part('left', part, frame), this.part('right', part, frame)];
    const one = left ?? right;
    if (one === null) return null;
    if (!left || !right) {
      const way = this.#wayToMiddle(left ? 'left' : 'right', part, frame);
      return { x: one.x + way.x, y: one.y + way.y, seen: false };
    }
    return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, seen: left.seen && right.seen };
  }

  #wayToMiddle(from: Side, part: Part, frame: number): PointPx {
    for (let away = 1; away < nearFrames; away++) {
      for (const other of [frame - away, frame + away]) {
        const [own, opposite] = [this.part(from, part, other), this.part(otherSide(from), part, other)];
        if (own && opposite) return { x: (opposite.x - own.x) / 2, y: (opposite.y - own.y) / 2 };
      }
    }
    return { x: 0, y: 0 };
  }

  /** Middle of the head: between nose and ears, whichever are known. */
  head(frame: number): FigurePoint | null {
    const nose = this.point('nose', frame);
    const ear = this.middle('ear', frame);
    if (!nose || !ear) return nose ?? ear;
    return { x: (nose.x + ear.x) / 2, y: (nose.y + ear.y) / 2, seen: nose.seen && ear.seen };
  }

  get headRadiusPx(): number {
    return 0.09 * this.heightPx;
  }
}
