import { availableParallelism } from 'node:os';
import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import { Codec, CodecContext, Dictionary, Frame } from 'node-av/lib';
import { checked, present } from './checked.ts';
import { decoderNames, readPackets, type VideoInput } from './input.ts';

/** Undecodable pictures in a row after which a decoder is not asked again before the next packet. */
const failuresInARow = 64;

const mostThreads = 4;

export interface DecodePicturesOptions {
  /** At most four are used, by default one a core; each takes a picture ahead, which costs memory. */
  readonly threads?: number;
}

/**
 * Decodes a freshly opened clip in order of presentation. Pictures that cannot be decoded are left out.
 * Each frame is only valid until the next is taken.
 */
export function* decodePictures(
  input: VideoInput,
  maxPixels: number,
  { threads = availableParallelism() }: DecodePicturesOptions = {},
): Generator<Frame, void> {
  const codec = present(Codec.findDecoderByName(decoderNames[input.codec]), `the ${input.codec} decoder`);
  const context = new CodecContext();
  context.allocContext3(codec);
  checked(context.parametersToContext(input.stream.codecpar), 'reading the codec parameters', 'invalid_video');
  context.pktTimebase = input.stream.timeBase;
  const options = Dictionary.fromObject({
    max_pixels: String(maxPixels),
    threads: String(Math.min(mostThreads, threads)),
  });
  checked(context.open2Sync(codec, options), 'opening the decoder', 'invalid_video');
  const frame = new Frame();
  frame.alloc();
  try {
    for (const packet of readPackets(input)) {
      // A damaged packet is refused here; the missing picture is counted later.
      context.sendPacketSync(packet);
      yield* drain(context, frame);
    }
    context.sendPacketSync(null);
    yield* drain(context, frame);
  } finally {
    frame.free();
    context.freeContext();
    input.format.closeInputSync();
  }
}

function* drain(context: CodecContext, frame: Frame): Generator<Frame, void> {
  let failures = 0;
  while (failures < failuresInARow) {
    const returned = context.receiveFrameSync(frame);
    if (returned === AVERROR_EAGAIN || returned === AVERROR_EOF) return;
    // Another error concerns one picture; asking again moves past it.
    failures = returned < 0 ? failures + 1 : 0;
    if (returned < 0) continue;
    yield frame;
    frame.unref();
  }
}
