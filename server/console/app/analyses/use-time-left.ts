import { useRef } from 'preact/hooks';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { type Observation, secondsLeft } from './time-left.ts';

/** Seconds that a running analysis will still take, by what this page has seen of it; null while that is not known. */
export function useTimeLeft({ status, percentage }: Pick<ConsoleAnalysis, 'status' | 'percentage'>): number | null {
  const first = useRef<Observation | null>(null);
  const last = useRef<Observation | null>(null);
  if (status !== 'analyzing') return null;
  if (last.current?.percentage !== percentage) {
    last.current = { atMs: performance.now(), percentage };
    first.current ??= last.current;
  }
  return first.current && last.current ? secondsLeft(first.current, last.current) : null;
}
