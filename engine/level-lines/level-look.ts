import type { Tracks } from '../tracks/tracks.ts';
import type { DecodedFrame } from '../video/video.ts';
import { bodyMask } from './body-mask.ts';
import { type EdgePoints, edgePoints } from './edge-points.ts';
import { levelLineDeg } from './level-lines.ts';

/** Pictures that are looked at, spread over the clip: what the runner hides in one is seen in another. */
const pictureCount = 8;

/** Gathers what a clip's pictures show behind the runner, while they are decoded for something else. */
export class LevelLook {
  readonly #tracks: Tracks;
  readonly #seen: EdgePoints[] = [];
  #looked = 0;

  constructor(tracks: Tracks) {
    this.#tracks = tracks;
  }

  /** Takes one picture, in their order. @param scale Its pixels for one of the clip. */
  look(picture: DecodedFrame, frame: number, scale: number): void {
    if (this.#looked >= pictureCount) return;
    if (frame < ((this.#looked + 0.5) / pictureCount) * this.#tracks.frameCount) return;
    this.#looked++;
    const body = bodyMask(this.#tracks, frame, scale);
    if (body !== null) this.#seen.push(edgePoints(picture, body));
  }

  /** Turn of level lines in the pictures (`levelLineDeg`). */
  lineDeg(): number | null {
    return levelLineDeg(this.#seen);
  }
}
