import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { useWords } from '../words/use-words.ts';
import { roundedTime } from './time-left.ts';
import { useTimeLeft } from './use-time-left.ts';

interface ProgressLineProps {
  readonly analysis: ConsoleAnalysis;
  readonly label: string;
}

/** How far an analysis is, and how long it will still take. */
export function ProgressLine({ analysis, label }: ProgressLineProps) {
  const { analyses } = useWords();
  const seconds = useTimeLeft(analysis);
  const { percentage, status } = analysis;
  const left = seconds === null ? null : roundedTime(seconds);
  return (
    <div class="progress-line">
      <progress value={percentage} max={100} aria-label={label} />
      <span class="hint">
        {status === 'pending' ? analyses.pending : analyses.progressOf(percentage)}
        {left
          ? `, ${left.unit === 'seconds' ? analyses.secondsLeft(left.count) : analyses.minutesLeft(left.count)}`
          : ''}
      </span>
    </div>
  );
}
