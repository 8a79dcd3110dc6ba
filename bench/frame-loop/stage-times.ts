import { blazePose } from '../../engine/pose/blazepose/blazepose.ts';
import { openPersonDetector } from '../../engine/pose/blazepose-detector/person-detector.ts';
import type { Crop } from '../../engine/pose/crop.ts';
import { keypointNames } from '../../engine/pose/keypoint-names.ts';
import { emptyKeypoints, type KeypointNetwork } from '../../engine/pose/keypoint-network.ts';
import { moveNet } from '../../engine/pose/movenet/movenet.ts';
import { type OpenModel, openModel } from '../../engine/pose/open-model.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';
import type { RuntimeId } from '../../engine/pose/runtime/runtime-ids.ts';
import type { NetworkId } from '../../models/registry.ts';
import type { Contender } from '../contender/contender.ts';
import { measureTracks } from '../our-loop.ts';
import type { StrideOptions } from '../pictures/painted-stride.ts';
import { type RoundOfPictures, roundOfPictures } from '../pictures/round-of-pictures.ts';

export interface StageSpec {
  readonly network: NetworkId;
  readonly runtime: RuntimeId;
  readonly stride: StrideOptions;
}

/** Milliseconds of each stage, frame by frame; of tracks and metrics, which work on whole clips, the frame's share, pass by pass. */
export interface StageTimes {
  readonly warp: readonly number[];
  readonly inference: readonly number[];
  readonly outputs: readonly number[];
  readonly tracks: readonly number[];
  readonly metrics: readonly number[];
  /** Side of the crops, pixels of the picture, on the average. */
  readonly cropSidePx: number;
}

const passes = 7;

/**
 * One thread of our loop with a clock at every stage. The network's own `read` is what runs: the clock sits in the session that it is
 * given, so that what comes before the run is the warp and what comes after is the decoding of the outputs.
 */
export async function open({ network: id, runtime, stride }: StageSpec): Promise<Contender<StageTimes>> {
  const round = await roundOfPictures(stride);
  const model = await openModel(id, { runtime });
  const marks = { runStart: 0, runEnd: 0 };
  const network = networkOf(id, withClock(model, marks));
  const start = await firstCrop(round, network);
  return {
    async round(frames) {
      const [warp, inference, outputs]: [number[], number[], number[]] = [[], [], []];
      const pose = emptyPose(id, round, frames);
      const keypoints = emptyKeypoints();
      let crop = start;
      let sidesPx = 0;
      for (let frame = 0; frame < frames; frame++) {
        const readStart = performance.now();
        const { nextCrop } = await network.read(round.pictures[frame % round.pictures.length], crop, keypoints);
        const readEnd = performance.now();
        warp.push(marks.runStart - readStart);
        inference.push(marks.runEnd - marks.runStart);
        outputs.push(readEnd - marks.runEnd);
        pose.xPx.set(keypoints.xPx, frame * keypointNames.length);
        pose.yPx.set(keypoints.yPx, frame * keypointNames.length);
        pose.score.set(keypoints.score, frame * keypointNames.length);
        sidesPx += crop.sidePx;
        crop = nextCrop;
      }
      const after = Array.from({ length: passes }, () => measureTracks(pose, id));
      return {
        cropSidePx: sidesPx / frames,
        warp,
        inference,
        outputs,
        tracks: after.map(({ tracksMs }) => tracksMs / frames),
        metrics: after.map(({ metricsMs }) => metricsMs / frames),
      };
    },
  };
}

export function networkOf(id: NetworkId, model: OpenModel): KeypointNetwork {
  return id.startsWith('movenet') ? moveNet(model) : blazePose(model);
}

function withClock(model: OpenModel, marks: { runStart: number; runEnd: number }): OpenModel {
  const { session } = model;
  return {
    ...model,
    session: {
      ...session,
      async run() {
        marks.runStart = performance.now();
        await session.run();
        marks.runEnd = performance.now();
      },
    },
  };
}

/** Where the runner is in the last picture, so that the first can be read from there. */
export async function firstCrop({ pictures }: RoundOfPictures, network: KeypointNetwork): Promise<Crop> {
  const detector = await openPersonDetector();
  const last = pictures[pictures.length - 1];
  const [seen] = await detector.find(last);
  await detector.close();
  if (seen === undefined) throw new Error('the detector does not see the painted runner');
  return (await network.read(last, seen, emptyKeypoints())).nextCrop;
}

function emptyPose(network: NetworkId, { widthPx, heightPx, fps }: StrideOptions, frameCount: number): PoseSequence {
  const points = () => new Float64Array(frameCount * keypointNames.length);
  return {
    network,
    frameCount,
    widthPx,
    heightPx,
    timesS: Float64Array.from({ length: frameCount }, (_, frame) => frame / fps),
    xPx: points(),
    yPx: points(),
    score: points(),
    found: new Uint8Array(frameCount).fill(1),
    people: null,
  };
}
