import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { Link } from '../shell/navigation.tsx';
import { useSpoken } from '../words/use-words.ts';
import { Failure } from './failure.tsx';
import { analysisName } from './naming.ts';
import { ProgressLine } from './progress-line.tsx';
import { StateBadge } from './state-badge.tsx';

interface AnalysisRowProps {
  readonly analysis: ConsoleAnalysis;
  readonly runner: string | null;
}

/** One analysis of a list. */
export function AnalysisRow({ analysis, runner }: AnalysisRowProps) {
  const { language, words } = useSpoken();
  const { id, status, media, heightM, treadmill, pace, reason } = analysis;
  const name = analysisName(analysis, words, language);
  const isOpen = status === 'pending' || status === 'analyzing';
  const about = [runner, `${heightM} m`, treadmill ? words.analyses.treadmill : null, pace].filter(Boolean);
  return (
    <li class="analysis-row">
      <div class="thumbnail">{media?.thumbnailUrl ? <img src={media.thumbnailUrl} alt="" loading="lazy" /> : null}</div>
      <div class="analysis-told">
        <p class="analysis-title">
          <Link to={{ page: 'analysis', id }}>{name}</Link>
          <StateBadge status={status} />
        </p>
        <p class="hint">{about.join(' · ')}</p>
        {isOpen ? <ProgressLine analysis={analysis} label={name} /> : null}
        {status === 'failed' ? <Failure reason={reason} /> : null}
      </div>
    </li>
  );
}
