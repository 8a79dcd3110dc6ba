import type { SyntheticOutcome } from './measure-synthetic.ts';

/** Whether a clip's feet were rightly told to land on the heel or not; null where no strike was told. */
export function rearToldRightly({ metrics, truth }: SyntheticOutcome): boolean | null {
  const { strikeProbabilities } = metrics;
  if (strikeProbabilities === null) return null;
  return strikeProbabilities.rearfoot >= 0.5 === (truth.strikePattern === 'rearfoot');
}
