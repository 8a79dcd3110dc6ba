import {
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PICTURE_TYPE_NONE,
  AV_PIX_FMT_YUV420P,
  FF_ENCODER_LIBX264,
} from 'node-av/constants';
import { Codec, CodecContext, Dictionary, FormatContext, type Frame, Packet, Rational, type Stream } from 'node-av/lib';
import type { SizePx } from '../video.ts';
import { checked, present } from './checked.ts';
import { drainEncoder } from './drain-encoder.ts';

export interface H264Options {
  readonly outPath: string;
  /** Even numbers. */
  readonly size: SizePx;
  /** One tick, seconds. */
  readonly timeBase: { readonly num: number; readonly den: number };
  /** A hint for rate control; times come with the frames. */
  readonly fps: number;
  /** A frame at which decoding can start comes at least this often. */
  readonly keyframeEveryS: number;
  /**
   * Of x264, both 0 to 51: a constant rate factor, which looks at the pictures twice, or a constant quantiser, which
   * takes the same one for all.
   */
  readonly quality: { readonly crf: number } | { readonly qp: number };
  readonly preset: 'ultrafast' | 'veryfast';
  /** Threads that encode; x264's own choice by default. */
  readonly threads?: number;
  /** Changes to the preset, in x264's own syntax: `name=value:name=value`. */
  readonly x264Params?: string;
}

/** Writes pictures (yuv420p) as H.264 in an MP4 whose index lies in front, so that it plays while it loads. */
export class H264Writer {
  readonly #format = new FormatContext();
  readonly #context = new CodecContext();
  readonly #packet = new Packet();
  readonly #options: H264Options;
  /** Of the pictures inside the encoder, by their time. */
  readonly #durations = new Map<bigint, bigint>();
  #stream: Stream | undefined;

  constructor(options: H264Options) {
    this.#options = options;
    this.#packet.alloc();
    checked(this.#format.allocOutputContext2(null, 'mp4', options.outPath), 'opening the output format');
  }

  /**
   * @param ticks Presentation time in ticks of the time base, increasing from frame to frame.
   * @param durationTicks How long the picture is shown; without it, players drop the last one.
   */
  write(frame: Frame, ticks: bigint, durationTicks: bigint): void {
    if (this.#stream === undefined) this.#open(frame);
    frame.pts = ticks;
    this.#durations.set(ticks, durationTicks);
    // The input's picture types would otherwise be copied to the output.
    frame.pictType = AV_PICTURE_TYPE_NONE;
    checked(this.#context.sendFrameSync(frame), 'encoding a picture');
    this.#drain();
  }

  /** Writes what is left and closes the file. */
  finish(): void {
    checked(this.#context.sendFrameSync(null), 'ending the encoder');
    this.#drain();
    checked(this.#format.writeTrailerSync(), 'finishing the file');
    this.#format.closeOutputSync();
    this.#context.freeContext();
    this.#packet.free();
  }

  #open(first: Frame): void {
    const { size, fps, keyframeEveryS, quality, preset, threads = 'auto', x264Params = '', timeBase } = this.#options;
    const codec = present(Codec.findEncoderByName(FF_ENCODER_LIBX264), 'the H.264 encoder');
    const context = this.#context;
    context.allocContext3(codec);
    context.width = size.widthPx;
    context.height = size.heightPx;
    context.pixelFormat = AV_PIX_FMT_YUV420P;
    context.timeBase = new Rational(timeBase.num, timeBase.den);
    context.framerate = new Rational(Math.round(fps * 1000), 1000);
    context.gopSize = Math.max(1, Math.round(fps * keyframeEveryS));
    context.colorRange = first.colorRange;
    context.colorSpace = first.colorSpace;
    context.colorPrimaries = first.colorPrimaries;
    context.colorTrc = first.colorTrc;
    context.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER);
    const [[rate, level]] = Object.entries(quality);
    const options = Dictionary.fromObject({
      preset,
      [rate]: String(level),
      threads: String(threads),
      'x264-params': x264Params,
    });
    checked(context.open2Sync(codec, options), 'opening the H.264 encoder');

    const stream = this.#format.newStream();
    checked(stream.codecpar.fromContext(context), 'describing the stream');
    stream.timeBase = context.timeBase;
    checked(this.#format.openOutputSync(), 'creating the file');
    checked(this.#format.writeHeaderSync(Dictionary.fromObject({ movflags: '+faststart' })), 'writing the header');
    this.#stream = stream;
  }

  #drain(): void {
    const parts = { context: this.#context, packet: this.#packet, format: this.#format };
    drainEncoder(parts, present(this.#stream ?? null, 'the stream'), (packet) => {
      packet.duration = this.#durations.get(packet.pts) ?? 0n;
      this.#durations.delete(packet.pts);
    });
  }
}
