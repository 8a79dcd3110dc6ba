import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import type { CodecContext, FormatContext, Packet, Stream } from 'node-av/lib';
import { checked } from './checked.ts';

/** An encoder, the packet that it fills, and the file that packets go to. */
export interface EncoderParts {
  readonly context: CodecContext;
  readonly packet: Packet;
  readonly format: FormatContext;
}

/**
 * Writes every packet that an encoder has ready into a stream of its file.
 *
 * @param complete Completes a packet while its times are still the encoder's.
 */
export function drainEncoder(
  { context, packet, format }: EncoderParts,
  stream: Stream,
  complete?: (packet: Packet) => void,
): void {
  for (;;) {
    const returned = context.receivePacketSync(packet);
    if (returned === AVERROR_EAGAIN || returned === AVERROR_EOF) return;
    checked(returned, 'encoding a picture');
    packet.streamIndex = stream.index;
    complete?.(packet);
    packet.rescaleTs(context.timeBase, stream.timeBase);
    checked(format.interleavedWriteFrameSync(packet), 'writing a picture');
  }
}
