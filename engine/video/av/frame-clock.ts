import { AV_NOPTS_VALUE, AV_PKT_FLAG_CORRUPT, AV_PKT_FLAG_DISCARD } from 'node-av/constants';
import type { Packet } from 'node-av/lib';
import { JobError } from '../jobs/job-error.ts';
import type { DecodeLimits } from '../protocol.ts';
import { openInput, readPackets, type VideoInput } from './input.ts';

/** The presentation times of a clip's shown frames, from the container's packets, before anything is decoded. */
export interface FrameClock {
  /** Increasing, in ticks of the stream's time base. */
  readonly ticks: readonly bigint[];
  /** Seconds from the first frame. */
  readonly timesS: readonly number[];
  /** False for AVI, whose packets carry their order of decoding alone: its n-th picture is shown at the n-th tick. */
  readonly namesFrames: boolean;
  /** False when reading ended in an error or a packet was cut. */
  readonly complete: boolean;
}

/**
 * Reads every packet of a freshly opened clip. Frames that an edit list cuts away, and VP8's hidden reference frames,
 * are not counted: no decoder shows them.
 */
export function readFrameClock(input: VideoInput, limits: DecodeLimits): FrameClock {
  const { num, den } = input.stream.timeBase;
  const tickS = num / den;
  const seen = new Set<bigint>();
  let packetCount = 0;
  let corrupt = false;
  const packets = readPackets(input);
  let next = packets.next();
  for (; !next.done; next = packets.next()) {
    const packet = next.value;
    packetCount++;
    // A clip may have packets that show nothing, but not without end.
    if (packetCount > 4 * limits.maxFrames) break;
    corrupt ||= (packet.flags & AV_PKT_FLAG_CORRUPT) !== 0;
    const tick = packet.pts === AV_NOPTS_VALUE ? packet.dts : packet.pts;
    if (tick !== AV_NOPTS_VALUE && isShown(packet, input)) seen.add(tick);
  }
  const ticks = [...seen].sort((a, b) => (a < b ? -1 : 1));
  if (ticks.length === 0) {
    throw next.done && next.value && !corrupt
      ? new JobError('invalid_video', 'the video stream is empty')
      : new JobError('video_truncated', 'no frame is left');
  }
  return {
    ticks,
    timesS: ticks.map((tick) => Number(tick - ticks[0]) * tickS),
    namesFrames: input.format.iformat?.name !== 'avi',
    complete: !corrupt && (!next.done || next.value),
  };
}

/** Opens the clip a second time, because reading its clock has used the packets up. */
export function openWithClock(path: string, limits: DecodeLimits): { input: VideoInput; clock: FrameClock } {
  const first = openInput(path);
  const clock = readFrameClock(first, limits);
  first.format.closeInputSync();
  return { input: openInput(path), clock };
}

function isShown(packet: Packet, { codec }: VideoInput): boolean {
  if ((packet.flags & AV_PKT_FLAG_DISCARD) !== 0) return false;
  // RFC 6386, section 9.1: bit 4 of the first byte is show_frame.
  return codec !== 'vp8' || ((packet.data?.[0] ?? 0) & 0x10) !== 0;
}
