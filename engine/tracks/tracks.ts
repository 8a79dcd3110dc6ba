import type { KeypointName } from '../pose/keypoint-names.ts';
import type { SeenView } from './view.ts';

/** One keypoint over the clip: pixels, x right, y down; NaN where the track is empty. */
export interface Track {
  readonly xPx: Float64Array;
  readonly yPx: Float64Array;
  /** 1 where the point was seen, 0 where it was filled or is empty. */
  readonly seen: Uint8Array;
}

/** How the camera and the ground move, decided once per clip. */
export type CameraMode = 'treadmill' | 'static' | 'panning';

/** What cleaning did, for the reader to judge the clip by. */
export interface TrackReport {
  /** Frames in which the legs' labels were exchanged back. */
  readonly legSwapsRepaired: number;
  /** Share of frames, 0 to 1, in which both ankles are so close that sides are uncertain. */
  readonly ambiguousFraction: number;
  readonly outliersRejected: number;
  readonly gapsFilled: number;
  /** Share of frames, 0 to 1, in which the runner was found. */
  readonly foundFraction: number;
  /** Whether head or feet seem to lie outside of the picture. */
  readonly bodyCutOff: boolean;
}

/** Cleaned, zero-lag filtered tracks of one runner, with the decisions that are made once per clip. */
export interface Tracks {
  readonly frameCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Increasing, seconds. */
  readonly timesS: Float64Array;
  readonly points: Readonly<Record<KeypointName, Track>>;
  /** +1 when the runner faces image-right, -1 image-left. */
  readonly facing: 1 | -1;
  readonly view: SeenView;
  /** Standing height of the runner in pixels, sole to top of the head, from the lengths of the segments (`body-height.ts`). */
  readonly bodyHeightPx: number;
  readonly hasFeet: boolean;
  /** Stride period of a clip whose legs keep a steady rhythm, before cleaning: where to look for the finer one. Null for any other. */
  readonly steadyPeriodS: number | null;
  /** 1 in each frame in which left and right leg are the other way round than the network called them. */
  readonly legsExchanged: Uint8Array;
  readonly report: TrackReport;
}
