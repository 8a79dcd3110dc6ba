import type { Contender } from '../contender/contender.ts';
import { openOurLoop } from '../our-loop.ts';
import { roundOfPictures } from '../pictures/round-of-pictures.ts';
import { type Allocation, allocatedBy } from './allocation.ts';
import type { StageSpec } from './stage-times.ts';

/**
 * Bytes allocated per frame by the thread that follows the runner: what a pass over three times as many frames allocates more, so that
 * what a clip costs once drops out. The threads that read frames have heaps of their own.
 */
export async function open({ stride, ...options }: StageSpec): Promise<Contender<Allocation>> {
  const round = await roundOfPictures(stride);
  const loop = await openOurLoop(options);
  const pass = async (frames: number): Promise<Allocation> => {
    const allocation = await allocatedBy(() => loop.poses(round, frames), 1);
    if (allocation === null) throw new Error('a pass allocates more than the young generation holds');
    return allocation;
  };
  return {
    async round(frames) {
      await loop.poses(round, 3 * frames);
      const short = await pass(frames);
      const long = await pass(3 * frames);
      return {
        heapBytes: (long.heapBytes - short.heapBytes) / (2 * frames),
        externalBytes: (long.externalBytes - short.externalBytes) / (2 * frames),
      };
    },
  };
}
