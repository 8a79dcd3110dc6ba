import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyKeypoints } from '../../engine/pose/keypoint-network.ts';
import { openModel } from '../../engine/pose/open-model.ts';
import type { Contender } from '../contender/contender.ts';
import { roundOfPictures } from '../pictures/round-of-pictures.ts';
import { firstCrop, networkOf, type StageSpec } from './stage-times.ts';

/** Bytes that a frame costs. */
export interface Allocation {
  /** On V8's heap. */
  readonly heapBytes: number;
  /** Outside of it, in the buffers of typed arrays and what native code reports. */
  readonly externalBytes: number;
}

/** The young generation is made so large that nothing is collected while frames are counted. */
export const allocationNodeOptions = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'] as const;

/**
 * Bytes allocated per frame by the thread that reads frames: growth of the heap in use over many frames during which, as V8's
 * own record shows, no collection took place.
 */
export async function open({ network: id, runtime, stride }: StageSpec): Promise<Contender<Allocation>> {
  const round = await roundOfPictures(stride);
  const network = networkOf(id, await openModel(id, { runtime }));
  const start = await firstCrop(round, network);
  const keypoints = emptyKeypoints();
  const readAll = async (frames: number): Promise<void> => {
    let crop = start;
    for (let frame = 0; frame < frames; frame++) {
      crop = (await network.read(round.pictures[frame % round.pictures.length], crop, keypoints)).nextCrop;
    }
  };
  return {
    async round(frames) {
      await readAll(frames);
      for (let some = frames; some >= 1; some = Math.floor(some / 2)) {
        const allocation = await allocatedBy(() => readAll(some), some);
        if (allocation !== null) return allocation;
      }
      throw new Error('one frame allocates more than the young generation holds');
    },
  };
}

/** What some work on a number of frames allocates on this thread; null if it was collected meanwhile. Needs `allocationNodeOptions`. */
export async function allocatedBy(work: () => Promise<unknown>, frames: number): Promise<Allocation | null> {
  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  // Buffers outside of the heap are only given back in a turn of the event loop after the collection that found them.
  for (let collection = 0; collection < 3; collection++) {
    globalThis.gc?.();
    await sleep(20);
  }
  observer.observe({ entryTypes: ['gc'] });
  const before = process.memoryUsage();
  await work();
  const after = process.memoryUsage();
  await sleep(20);
  observer.disconnect();
  if (collections > 0) return null;
  return {
    heapBytes: (after.heapUsed - before.heapUsed) / frames,
    externalBytes: (after.external - before.external) / frames,
  };
}
