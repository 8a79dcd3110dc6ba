import { useEffect } from 'preact/hooks';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { isOpen } from './use-analyses.ts';

const pollEveryMs = 1000;

/** One analysis, kept up to date until it has ended. */
export function useAnalysis(id: string): Loaded<ConsoleAnalysis> {
  const loaded = useLoaded<ConsoleAnalysis>(`/analyses/${encodeURIComponent(id)}`);
  const { body, reload } = loaded;
  useEffect(() => {
    if (!body || !isOpen(body)) return;
    const timer = setTimeout(reload, pollEveryMs);
    return () => clearTimeout(timer);
  }, [body, reload]);
  return loaded;
}
