/** A picture size in pixels. */
export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the container and its packets say of a clip. Sizes are as a viewer sees the picture, after rotation. */
export interface VideoProbe extends SizePx {
  readonly path: string;
  readonly container: 'mp4' | 'mov' | 'avi' | 'webm';
  /** Codec by FFmpeg's name, such as `h264`. */
  readonly codec: string;
  /** Clockwise rotation that a viewer applies: 0, 90, 180 or 270. */
  readonly rotationDeg: 0 | 90 | 180 | 270;
  readonly durationS: number;
  /** True presentation time of each frame, seconds, increasing, the first at 0. */
  readonly frameTimesS: Float64Array;
  /** Frames per second: the mean rate of `frameTimesS`, or one over their median interval when the rate varies. */
  readonly fps: number;
  readonly variableFrameRate: boolean;
  /** Frames per second at which the camera says it captured, more than `fps` in slow motion; null when it does not say. */
  readonly captureFps: number | null;
  readonly hdr: boolean;
  /** Whether each picture is woven of two moments; the first one alone is looked at. */
  readonly interlaced: boolean;
}

/** What an upload may be at most; the contract's limits by default. */
export interface VideoLimits {
  readonly maxBytes: number;
  readonly maxDurationS: number;
  readonly maxFrames: number;
  readonly maxPixels: number;
  readonly minFrames: number;
}

/** One decoded picture. `rgb` is packed 8-bit RGB, rows top down, and is only valid until the next frame is taken. */
export interface DecodedFrame extends SizePx {
  readonly index: number;
  readonly timeS: number;
  readonly rgb: Uint8Array;
}
