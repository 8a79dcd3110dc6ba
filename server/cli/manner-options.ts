import { type Command, Option } from 'commander';
import type { NetworkChoice } from '../../engine/pose/custom/network-choice.ts';
import { type RuntimeId, runtimeIds } from '../../engine/pose/runtime/runtime-ids.ts';
import { type VideoSize, videoSizes } from '../../engine/video/output-size.ts';
import { parseNetwork, parseUpTo } from './options.ts';

/** How clips are analysed, and what is drawn of them. */
export interface MannerFlags {
  readonly video: boolean;
  readonly videoSize: VideoSize;
  readonly blurFace?: true;
  readonly slowMotion?: true;
  readonly network: NetworkChoice;
  readonly runtime: RuntimeId;
  readonly threads?: number;
  /** Seconds. */
  readonly deadline?: number;
}

/** Gives a command the flags of `MannerFlags`. */
export const addMannerOptions = (command: Command): Command =>
  command
    .option('--no-video', 'make no annotated video and no thumbnail')
    .addOption(
      new Option(
        '--video-size <size>',
        'largest size of the annotated video; 720p has two fifths of the bytes and is drawn in three quarters of the time',
      )
        .choices(videoSizes)
        .default('1080p'),
    )
    .option('--blur-face', 'make the runner’s head unrecognisable in the annotated video and the thumbnail')
    .option('--slow-motion', 'end the annotated video with the sharpest stride at a quarter of its speed')
    .addOption(
      new Option('--network <id>', 'pose network, see `stridelab models`, or a .json file that describes your own')
        .argParser(parseNetwork)
        .default('blazepose-full'),
    )
    .addOption(
      new Option('--runtime <id>', 'what runs the network; onnx-int8 is faster and less exact')
        .choices(runtimeIds)
        .default('onnx'),
    )
    .option('--threads <count>', 'threads that run the network (default: one a core, at most 8)', parseUpTo(64))
    .option('--deadline <seconds>', 'give up a clip that takes longer', parseUpTo(86_400));
