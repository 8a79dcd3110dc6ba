import type { Contender } from '../contender/contender.ts';
import { type LoopPass, type OurLoopOptions, openOurLoop } from '../our-loop.ts';
import type { StrideOptions } from '../pictures/painted-stride.ts';
import { roundOfPictures } from '../pictures/round-of-pictures.ts';

export interface OurLoopSpec extends OurLoopOptions {
  readonly stride: StrideOptions;
}

/** Our whole loop on all cores, from pictures in memory to the metrics. */
export async function open({ stride, ...options }: OurLoopSpec): Promise<Contender<LoopPass>> {
  const round = await roundOfPictures(stride);
  const loop = await openOurLoop(options);
  return { round: (frames) => loop.pass(round, frames) };
}
