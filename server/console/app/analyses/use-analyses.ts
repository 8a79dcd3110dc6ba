import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleAnalysis, ConsoleAnalysisList } from '../../api/analyses.ts';
import type { AnalysisProgress } from '../../api/progress.ts';
import { request } from '../api/request.ts';
import { useProgressEvents } from '../api/use-progress-events.ts';

const pollEveryMs = 1200;
/** While something is wrong with the server or the way to it. */
const retryEveryMs = 5000;

export interface Analyses {
  /** Newest first; null until they are there. */
  readonly analyses: readonly ConsoleAnalysis[] | null;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

export const isOpen = ({ status }: Pick<ConsoleAnalysis, 'status'>): boolean =>
  status === 'pending' || status === 'analyzing';

/**
 * The analyses of the partner or of one runner, kept up to date: by events, what others start too; where these do not come, by asking
 * while one waits or runs.
 */
export function useAnalyses(subjectId: string | null, pageSize = 20): Analyses {
  const [limit, setLimit] = useState(pageSize);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ list: ConsoleAnalysisList | null; error: unknown }>({ list: null, error: null });
  const reload = useCallback(() => setTurn((known) => known + 1), []);
  /** Analyses that were asked for because of an event; not all of them belong to this list. */
  const asked = useRef(new Set<string>());
  const follow = (progress: AnalysisProgress) => {
    const { id, status } = progress;
    const known = state.list?.analyses.find((analysis) => analysis.id === id);
    if (!isOpen(progress) ? known?.status !== status : !known && !asked.current.has(id)) reload();
    else if (known && isOpen(known)) setState((before) => ({ ...before, list: withProgress(before.list, progress) }));
    asked.current.add(id);
  };
  const isListening = useProgressEvents(follow, reload);
  useEffect(() => {
    const control = new AbortController();
    const query = new URLSearchParams({ limit: String(limit), ...(subjectId ? { subjectId } : {}) });
    request<ConsoleAnalysisList>(`/analyses?${query}`, { signal: control.signal }).then(
      (list) => setState({ list, error: null }),
      (error: unknown) => {
        if (!control.signal.aborted) setState((known) => ({ ...known, error }));
      },
    );
    return () => control.abort();
  }, [subjectId, limit, turn]);
  useEffect(() => {
    const isAwaited = !isListening && (state.list?.analyses.some(isOpen) ?? false);
    if (!isAwaited && !state.error) return;
    const timer = setTimeout(reload, state.error ? retryEveryMs : pollEveryMs);
    return () => clearTimeout(timer);
  }, [state, isListening, reload]);
  return {
    analyses: state.list?.analyses ?? null,
    error: state.error,
    hasMore: state.list?.next != null && limit < mostShown,
    loadMore: () => setLimit((known) => Math.min(mostShown, known + pageSize)),
    reload,
  };
}

function withProgress(
  list: ConsoleAnalysisList | null,
  { id, status, percentage }: AnalysisProgress,
): ConsoleAnalysisList | null {
  if (list === null) return null;
  const analyses = list.analyses.map((analysis) =>
    analysis.id === id ? { ...analysis, status, percentage } : analysis,
  );
  return { ...list, analyses };
}

const mostShown = 200;
