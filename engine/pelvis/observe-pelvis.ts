import type { PoseNetwork } from '../pose/custom/network-choice.ts';
import { decodeFrames } from '../video/decode.ts';
import type { DecodedFrame, SizePx, VideoProbe } from '../video/video.ts';
import { bodyOutline } from './body-outline.ts';
import type { PelvisObservation } from './pelvis-observation.ts';
import { type PelvisWindow, usualTrunkPx } from './pelvis-window.ts';
import { seatLeans } from './seat-lean.ts';
import { type SeatPatch, seatPatch } from './seat-patch.ts';
import { seatWindow } from './seat-window.ts';

/** Size at which pictures are looked at: the trunk this many pixels long. More shows cloth, less shows too few columns. */
const trunkPx = 128;
/** Frames a second that are looked at, about: a pelvis tilts and comes back in a third of a second. */
const wantedHz = 60;

/** What is looked at again. */
export interface PelvisLook {
  /** Times of the tracks' frames, seconds. */
  readonly timesS: Float64Array;
  /** One a frame of the tracks. */
  readonly windows: readonly PelvisWindow[];
  /** Whose hips the windows lie at. */
  readonly network: PoseNetwork;
}

export interface PelvisLookOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with each picture that is looked at, its frame of the tracks, and its pixels for one of the clip: for whatever else it shows. */
  readonly onPicture?: (picture: DecodedFrame, frame: number, scale: number) => void;
}

/**
 * Looks at a clip's pictures again for the outline of the pelvis and the lean of the seat. Frames whose window leaves the picture or that cannot be decoded are
 * left out.
 *
 * @throws StrideError `video_truncated`, `decoder_failed`, `invalid_video` or `aborted`.
 */
export async function observePelvis(
  video: VideoProbe,
  { timesS, windows, network }: PelvisLook,
  { signal, onPicture }: PelvisLookOptions = {},
): Promise<PelvisObservation[]> {
  const size = lookSize(video, usualTrunkPx(Float64Array.from(windows, (window) => window.trunkPx)));
  if (size === null) return [];
  const scale = size.widthPx / video.widthPx;
  const step = Math.max(1, Math.round(video.fps / wantedHz));
  const observations: Omit<PelvisObservation, 'seatLeanDeg'>[] = [];
  const seats: (SeatPatch | null)[] = [];
  let frame = 0;
  for await (const picture of decodeFrames(video, size, { signal })) {
    if (picture.index % step !== 0) continue;
    // Not every frame of the clip has been read.
    while (frame < timesS.length && timesS[frame] < picture.timeS - 1e-6) frame++;
    if (frame >= timesS.length) break;
    if (timesS[frame] > picture.timeS + 1e-6) continue;
    onPicture?.(picture, frame, scale);
    const outline = bodyOutline(picture, windows[frame], scale);
    if (outline === null) continue;
    observations.push({ frame, timeS: picture.timeS, outline });
    const seat = seatWindow(windows[frame], network);
    seats.push(seat && seatPatch(picture, seat, scale));
  }
  const leans = seatLeans(seats);
  return observations.map((seen, i) => ({ ...seen, seatLeanDeg: Number.isFinite(leans[i]) ? leans[i] : null }));
}

/** The clip's shape, made smaller until the trunk is as long as wanted; null when there is none. */
function lookSize({ widthPx, heightPx }: VideoProbe, ownTrunkPx: number): SizePx | null {
  if (!(ownTrunkPx > 0)) return null;
  const factor = Math.min(1, trunkPx / ownTrunkPx);
  const even = (px: number): number => Math.max(2, 2 * Math.round((px * factor) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}
