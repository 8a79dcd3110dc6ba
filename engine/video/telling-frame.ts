import type { Drawing } from '../drawing/drawing.ts';
import type { Region } from '../drawing/paint/sharpness.ts';

/** A frame that would make a thumbnail. */
export interface TellingFrame {
  /** One that the annotated video shows. */
  readonly frame: number;
  /** Where the runner is in the output picture: there it should be sharp. */
  readonly region: Region;
  /** The full stride that begins about here, frames of the clip, the last one included; null where there is none. */
  readonly stride: { readonly from: number; readonly to: number } | null;
}

/** How the stride of the sharpest telling frame is shown once more, after the clip. */
export interface SlowMotion {
  /** A whole number: how many times as long as in the clip. */
  readonly factor: number;
  /** Every n-th frame of the clip is shown; the drawing has items for them. */
  readonly frameStep: number;
  /** What is painted over the drawing besides: its frame 0. */
  readonly drawing: Drawing;
}
