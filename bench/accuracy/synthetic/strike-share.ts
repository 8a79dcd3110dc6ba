import type { SyntheticOutcome } from './measure-synthetic.ts';

/** Whether a clip's feet were rightly told to land on the heel or not; null where no pattern was more likely than the others together. */
export function rearToldRightly({ metrics, truth }: SyntheticOutcome): boolean | null {
  const { strikePattern } = metrics;
  return strikePattern === null ? null : (strikePattern === 'rearfoot') === (truth.strikePattern === 'rearfoot');
}
