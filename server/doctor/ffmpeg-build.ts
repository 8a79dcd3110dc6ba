import { FF_ENCODER_LIBX264 } from 'node-av/constants';
import { Codec, getFFmpegInfo } from 'node-av/lib';
import { decoderNames } from '../../engine/video/av/input.ts';

/** FFmpeg as it was built. */
export interface FfmpegBuild {
  readonly version: string;
  /** Codecs that are needed and not there. */
  readonly missing: readonly string[];
}

/**
 * Looks into FFmpeg. Names alone are imported of its bindings: a namespace would keep their three thousand constants in what every process
 * loads that decodes.
 */
export function ffmpegBuild(): FfmpegBuild {
  const decoders = Object.entries(decoderNames).flatMap(([codec, name]) =>
    Codec.findDecoderByName(name) === null ? [codec] : [],
  );
  const encoders = Codec.findEncoderByName(FF_ENCODER_LIBX264) === null ? ['libx264'] : [];
  return { version: getFFmpegInfo().version, missing: [...decoders, ...encoders] };
}
