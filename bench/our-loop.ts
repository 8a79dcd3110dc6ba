import { decideCamera } from '../engine/gait/camera.ts';
import { findGait } from '../engine/gait/find-gait.ts';
import { findStances } from '../engine/gait/stances.ts';
import { measureSideView } from '../engine/metrics/measure-side-view.ts';
import { PictureRing } from '../engine/pose/loop/picture-ring.ts';
import { defaultThreads } from '../engine/pose/loop/pose-options.ts';
import { Readers } from '../engine/pose/loop/readers.ts';
import { RunnerLoop } from '../engine/pose/loop/runner-loop.ts';
import { PoseRecorder } from '../engine/pose/pose-recorder.ts';
import type { PoseSequence } from '../engine/pose/pose-sequence.ts';
import { prepareNetworks } from '../engine/pose/prepare-networks.ts';
import type { RuntimeId } from '../engine/pose/runtime/runtime-ids.ts';
import { buildTracks } from '../engine/tracks/build-tracks.ts';
import type { NetworkId } from '../models/registry.ts';
import { benchRunner } from './pictures/painted-stride.ts';
import type { RoundOfPictures } from './pictures/round-of-pictures.ts';

export interface OurLoopOptions {
  readonly network: NetworkId;
  readonly runtime: RuntimeId;
  /** By default one a core, as analyses do. */
  readonly threads?: number;
}

/** What one pass of a loop took. */
export interface LoopPass {
  /** From the first picture to the last metric, milliseconds. */
  readonly wallMs: number;
  /** Share of the frames in which the runner was found. */
  readonly foundFraction: number;
}

/** Our loop with its networks open. */
export interface OurLoop {
  /** Takes pictures round and round, as many as asked for, to the keypoints. */
  poses(round: RoundOfPictures, frames: number): Promise<PoseSequence>;
  /** The same and on to tracks and metrics, timed. */
  pass(round: RoundOfPictures, frames: number): Promise<LoopPass>;
  close(): Promise<void>;
}

/** Opens the parts of which an analysis makes its loop: the ring, the reader threads, the follower. Only the decoder is left out. */
export async function openOurLoop({ network, runtime, threads = defaultThreads() }: OurLoopOptions): Promise<OurLoop> {
  const ready = await prepareNetworks({ network, runtime });
  let loop: RunnerLoop | null = null;
  let lastRing: PictureRing | null = null;
  const choice = { network, runtime, ready };
  const readers = await Readers.open(threads, choice, (error) => loop?.fail(error));
  const loopWith: OurLoop = {
    async poses(round, frames) {
      const timesS = Float64Array.from({ length: frames }, (_, index) => index / round.fps);
      const slots = RunnerLoop.slotsNeeded(timesS, readers.count);
      // An analysis has one ring; a new one for each pass would only wait to be collected.
      const ring = lastRing?.shared.slotCount === slots ? lastRing : PictureRing.create(round.pictures[0], slots);
      lastRing = ring;
      const recorder = new PoseRecorder(network, round, round, frames);
      let freed: () => void = () => undefined;
      const running = new RunnerLoop({ ring, readers, recorder, onRelease: () => freed() });
      loop = running;
      for (let index = 0; index < frames; index++) {
        const slot = await takeSlot(ring, running, (resolve) => {
          freed = resolve;
        });
        copyPicture(round, index, ring.bytes(slot));
        running.push(slot, timesS[index]);
      }
      await running.end();
      return recorder.finish();
    },
    async pass(round, frames) {
      const start = performance.now();
      const pose = await loopWith.poses(round, frames);
      measureTracks(pose, network);
      return { wallMs: performance.now() - start, foundFraction: foundShare(pose) };
    },
    close: () => readers.close(),
  };
  return loopWith;
}

async function takeSlot(ring: PictureRing, loop: RunnerLoop, onFreed: (resolve: () => void) => void): Promise<number> {
  for (;;) {
    const slot = ring.tryTake();
    if (slot !== null) return slot;
    // The end says what went wrong.
    if (loop.hasFailed) await loop.end();
    await new Promise<void>(onFreed);
  }
}

/** What a decoder does to hand a picture over. */
function copyPicture({ pictures }: RoundOfPictures, index: number, bytes: Uint8Array): void {
  let at = 0;
  for (const plane of pictures[index % pictures.length].planes) {
    bytes.set(plane, at);
    at += plane.length;
  }
}

const foundShare = ({ found, frameCount }: PoseSequence): number =>
  found.reduce((sum, isFound) => sum + isFound, 0) / frameCount;

/** What follows the poses: the tracks, then the metrics. @returns Milliseconds of each. */
export function measureTracks(pose: PoseSequence, network: NetworkId): { tracksMs: number; metricsMs: number } {
  const { heightM, speedMps } = benchRunner;
  const start = performance.now();
  const tracks = buildTracks(pose);
  const built = performance.now();
  const stances = findStances(tracks);
  const camera = decideCamera(stances, { treadmill: true });
  const gait = findGait(tracks, stances, { camera, heightM, network });
  measureSideView({ tracks, gait, camera, heightM, treadmill: true, paceSPerKm: 1000 / speedMps, network });
  return { tracksMs: built - start, metricsMs: performance.now() - built };
}
