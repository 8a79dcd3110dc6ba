import type { Drawing } from '../drawing/drawing.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import type { CropRegion } from './crop-rgb.ts';
import type { SlowMotion, TellingFrame } from './telling-frame.ts';
import type { SizePx, VideoLimits } from './video.ts';

/** What a clip may cost while it is read. */
export type DecodeLimits = Pick<VideoLimits, 'maxFrames' | 'maxPixels'>;

/** Brightness curve that a video is tagged with: standard, or BT.2100's hybrid log-gamma. */
export type Transfer = 'bt709' | 'hlg';

/** Reads the container, its packets and the first picture. */
export interface ProbeJob {
  readonly kind: 'probe';
  readonly path: string;
  readonly limits: DecodeLimits;
}

/** Writes frames to stdout, each a {@link frameHeaderBytes} header (u32 LE: index) and packed RGB rows. */
export interface DecodeJob {
  readonly kind: 'decode';
  readonly path: string;
  readonly size: SizePx;
  readonly limits: DecodeLimits;
  /** Only the frame with this index; null for all. */
  readonly onlyIndex: number | null;
}

/** Writes pieces of frames to stdout, each a {@link frameHeaderBytes} header (u32 LE: its place in `crops`) and packed RGB rows. */
export interface CropJob {
  readonly kind: 'crop';
  readonly path: string;
  readonly limits: DecodeLimits;
  readonly crops: readonly FrameCrop[];
}

/** A piece of one frame. */
export interface FrameCrop extends CropRegion {
  readonly frame: number;
}

/** Paints a drawing on the clip and encodes it; writes one of its pictures to stdout, packed RGB rows. */
export interface RenderJob {
  readonly kind: 'render';
  readonly path: string;
  readonly limits: DecodeLimits;
  /** Of the video's size. */
  readonly drawing: Drawing;
  /** The video has every n-th frame of the clip. */
  readonly frameStep: number;
  /** The sharpest of them is the picture; when one cannot be decoded, the next picture is taken for it. */
  readonly tellingFrames: readonly TellingFrame[];
  readonly slowMotion: SlowMotion | null;
  readonly fontsPath: string;
  readonly outPath: string;
}

/** Encodes the records that follow on stdin, each one packed RGB picture. */
export interface EncodeJob {
  readonly kind: 'encode';
  readonly size: SizePx;
  readonly fps: number;
  /** Each picture's time, increasing from 0; null for a constant rate. */
  readonly timesS: readonly number[] | null;
  readonly transfer: Transfer;
  readonly crf: number;
  readonly outPath: string;
}

export type Job = ProbeJob | DecodeJob | CropJob | RenderJob | EncodeJob;

/** What a probe job found; times are seconds from the first frame. */
export interface ProbeFacts extends SizePx {
  readonly codec: string;
  readonly rotationDeg: 0 | 90 | 180 | 270;
  readonly frameTimesS: readonly number[];
  /** See `VideoProbe.captureFps`. */
  readonly captureFps: number | null;
  readonly hdr: boolean;
  readonly interlaced: boolean;
}

/** What the other jobs report when they end. */
export interface JobCounts {
  /** Frames that the container lists. */
  readonly expected: number;
  /** Frames that came out. */
  readonly done: number;
}

/** A line of JSON on the child's descriptor 3. */
export type Message =
  | { readonly type: 'probed'; readonly facts: ProbeFacts }
  | { readonly type: 'progress'; readonly done: number; readonly expected: number }
  | { readonly type: 'result'; readonly result: unknown }
  | { readonly type: 'error'; readonly code: ErrorCode; readonly detail: string };

/** Descriptor on which the child writes its messages. */
export const messageDescriptor = 3;

/** Bytes before each frame on the child's stdout. */
export const frameHeaderBytes = 4;

/** Bytes before each record on the child's stdin (u32 LE: length). The first record is the job; an empty one ends the frames. */
export const recordHeaderBytes = 4;

/** A record's header. */
export function recordHeader(length: number): Buffer {
  const header = Buffer.alloc(recordHeaderBytes);
  header.writeUInt32LE(length);
  return header;
}
