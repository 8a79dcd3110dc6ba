import {
  AV_DISPOSITION_ATTACHED_PIC,
  AVERROR_EOF,
  AVMEDIA_TYPE_VIDEO,
  FF_DECODER_H264,
  FF_DECODER_HEVC,
  FF_DECODER_LIBDAV1D,
  FF_DECODER_MJPEG,
  FF_DECODER_MPEG4,
  FF_DECODER_PRORES,
  FF_DECODER_VP8,
  FF_DECODER_VP9,
} from 'node-av/constants';
import { avGetCodecName, Dictionary, FormatContext, Packet, type Stream } from 'node-av/lib';
import { JobError } from '../jobs/job-error.ts';
import { checked } from './checked.ts';

/** Codecs that are decoded, by FFmpeg's name, and the decoder that takes each. */
export const decoderNames = {
  h264: FF_DECODER_H264,
  hevc: FF_DECODER_HEVC,
  vp8: FF_DECODER_VP8,
  vp9: FF_DECODER_VP9,
  av1: FF_DECODER_LIBDAV1D,
  mjpeg: FF_DECODER_MJPEG,
  mpeg4: FF_DECODER_MPEG4,
  prores: FF_DECODER_PRORES,
} as const;
export type AcceptedCodec = keyof typeof decoderNames;

/** An opened clip and its one video stream. */
export interface VideoInput {
  readonly format: FormatContext;
  readonly stream: Stream;
  readonly codec: AcceptedCodec;
}

// Playlists and other containers could name further files, so the demuxers and the protocol are listed, not excluded.
const inputOptions = {
  format_whitelist: 'mov,matroska,webm,avi',
  protocol_whitelist: 'file',
  codec_whitelist: Object.values(decoderNames).join(','),
  max_streams: '64',
};

/**
 * Opens a clip by its content, without decoding anything.
 *
 * @throws JobError `invalid_video` without a readable container or video stream, `unsupported_video_format` for a
 * codec that is not listed.
 */
export function openInput(path: string): VideoInput {
  const format = new FormatContext();
  format.allocContext();
  checked(
    format.openInputSync(`file:${path}`, null, Dictionary.fromObject(inputOptions)),
    'opening the container',
    'invalid_video',
  );
  const stream = format.streams.find(
    ({ codecpar, disposition }) =>
      codecpar.codecType === AVMEDIA_TYPE_VIDEO && (disposition & AV_DISPOSITION_ATTACHED_PIC) === 0,
  );
  if (!stream) throw new JobError('invalid_video', 'no video stream');
  const codec = avGetCodecName(stream.codecpar.codecId) ?? 'unknown';
  if (!(codec in decoderNames)) throw new JobError('unsupported_video_format', `codec ${codec}`);
  return { format, stream, codec: codec as AcceptedCodec };
}

/**
 * The video stream's packets in file order. Each is only valid until the next is taken.
 *
 * @returns Whether the file ended where its container says (true) or in an error (false).
 */
export function* readPackets({ format, stream }: VideoInput): Generator<Packet, boolean> {
  const packet = new Packet();
  packet.alloc();
  for (;;) {
    const returned = format.readFrameSync(packet);
    if (returned < 0) return returned === AVERROR_EOF;
    if (packet.streamIndex === stream.index && packet.size > 0) yield packet;
    packet.unref();
  }
}
