import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import { Codec, CodecContext, Dictionary, Frame } from 'node-av/lib';
import { checked, present } from '../../engine/video/av/checked.ts';
import { decoderNames, openInput, readPackets } from '../../engine/video/av/input.ts';
import type { BareDecode, BareDecodeJob } from './av-job.ts';

/**
 * What any program must spend that decodes the clip with FFmpeg. More threads would need less wall time but more processor time.
 */
export function bareDecode({ path }: BareDecodeJob): BareDecode {
  const pictureMs: number[] = [];
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  let last = start;
  for (const _ of decode(path)) {
    const now = performance.now();
    pictureMs.push(now - last);
    last = now;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpuMs: (user + system) / 1000, wallMs: last - start, pictureMs };
}

function* decode(path: string): Generator<Frame, void> {
  const input = openInput(path);
  const context = new CodecContext();
  context.allocContext3(present(Codec.findDecoderByName(decoderNames[input.codec]), 'the decoder'));
  checked(context.parametersToContext(input.stream.codecpar), 'reading the codec parameters');
  checked(context.open2Sync(null, Dictionary.fromObject({ threads: '1' })), 'opening the decoder');
  const frame = new Frame();
  frame.alloc();
  const drain = function* (): Generator<Frame, void> {
    for (;;) {
      const returned = context.receiveFrameSync(frame);
      if (returned === AVERROR_EAGAIN || returned === AVERROR_EOF) return;
      checked(returned, 'decoding a picture');
      yield frame;
      frame.unref();
    }
  };
  for (const packet of readPackets(input)) {
    checked(context.sendPacketSync(packet), 'decoding a packet');
    yield* drain();
  }
  checked(context.sendPacketSync(null), 'ending the decoder');
  yield* drain();
  frame.free();
  context.freeContext();
  input.format.closeInputSync();
}
