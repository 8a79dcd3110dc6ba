import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ConsoleAnalysis, ConsoleAnalysisList } from '../../api/analyses.ts';
import { request } from '../api/request.ts';

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

/** The analyses of the partner or of one runner, kept up to date while one of them waits or runs. */
export function useAnalyses(subjectId: string | null, pageSize = 20): Analyses {
  const [limit, setLimit] = useState(pageSize);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ list: ConsoleAnalysisList | null; error: unknown }>({ list: null, error: null });
  useEffect(() => {
    const control = new AbortController();
    const query = new URLSearchParams({ limit: String(limit), ...(subjectId ? { subjectId } : {}) });
    let timer = 0;
    const again = (afterMs: number) => {
      timer = window.setTimeout(() => setTurn((known) => known + 1), afterMs);
    };
    request<ConsoleAnalysisList>(`/analyses?${query}`, { signal: control.signal }).then(
      (list) => {
        setState({ list, error: null });
        if (list.analyses.some(isOpen)) again(pollEveryMs);
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        setState((known) => ({ ...known, error }));
        again(retryEveryMs);
      },
    );
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [subjectId, limit, turn]);
  return {
    analyses: state.list?.analyses ?? null,
    error: state.error,
    hasMore: state.list?.next != null && limit < mostShown,
    loadMore: () => setLimit((known) => Math.min(mostShown, known + pageSize)),
    reload: useCallback(() => setTurn((known) => known + 1), []),
  };
}

const mostShown = 200;
