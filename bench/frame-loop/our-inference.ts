import { openModel } from '../../engine/pose/open-model.ts';
import type { RuntimeId } from '../../engine/pose/runtime/runtime-ids.ts';
import type { NetworkId } from '../../models/registry.ts';
import type { Contender } from '../contender/contender.ts';
import type { Timed } from '../contender/interleave.ts';

export interface InferenceSpec {
  readonly network: NetworkId;
  readonly runtime: RuntimeId;
}

/** One network alone, in one of our runtimes, on one thread and one input that stays the same. */
export async function open({ network, runtime }: InferenceSpec): Promise<Contender<Timed>> {
  const { session, target } = await openModel(network, { runtime });
  fillWithGradient(session.input, target.gain[0] * 255 + target.offset[0], target.offset[0]);
  return {
    async round(frames) {
      const start = performance.now();
      for (let frame = 0; frame < frames; frame++) await session.run();
      return { wallMs: performance.now() - start };
    },
  };
}

/** Values over the whole range: the time does not depend on them, as long as they are no denormal numbers. */
export function fillWithGradient(input: Float32Array, bright: number, dark: number): void {
  for (let i = 0; i < input.length; i++) input[i] = dark + ((i % 251) / 250) * (bright - dark);
}
