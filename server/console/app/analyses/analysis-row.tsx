import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { resultWords } from '../result/words/by-language.ts';
import { Link } from '../shell/navigation.tsx';
import { useSpoken } from '../words/use-words.ts';
import { Failure } from './failure.tsx';
import { aboutRun, analysisName, viewName } from './naming.ts';
import { ProgressLine } from './progress-line.tsx';
import { StateBadge } from './state-badge.tsx';

interface AnalysisRowProps {
  readonly analysis: ConsoleAnalysis;
  /** Null where there is none, or where all are of one. */
  readonly runner: string | null;
}

/** One analysis of a list. */
export function AnalysisRow({ analysis, runner }: AnalysisRowProps) {
  const { language, words } = useSpoken();
  const { id, status, media, reason, unmeasured } = analysis;
  const view = viewName(analysis, words);
  const name = analysisName(analysis, words, language, runner);
  const isOpen = status === 'pending' || status === 'analyzing';
  return (
    <li class="analysis-row">
      <div class="thumbnail">{media?.thumbnailUrl ? <img src={media.thumbnailUrl} alt="" loading="lazy" /> : null}</div>
      <div class="analysis-told">
        <p class="analysis-title">
          <Link to={{ page: 'analysis', id }} label={name}>
            {runner === null ? view : `${runner} · ${view}`}
          </Link>
          <StateBadge status={status} unmeasured={unmeasured} />
        </p>
        <p class="hint">{aboutRun(analysis, words, language)}</p>
        {isOpen ? <ProgressLine analysis={analysis} label={name} /> : null}
        {status === 'failed' ? <Failure reason={reason} /> : null}
        {unmeasured === null ? null : (
          <p class="finding finding-warning">{resultWords[language].reasons[unmeasured]}</p>
        )}
      </div>
    </li>
  );
}
