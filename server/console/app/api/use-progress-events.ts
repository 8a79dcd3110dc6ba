import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnalysisProgress } from '../../api/progress.ts';

/** When to open again what the server refused or the page closed, milliseconds. */
const retryEveryMs = 30_000;

/**
 * Tells of analyses that have begun, come further or ended, while the page is looked at: browsers give a server few connections, and
 * pages in the background need none.
 *
 * @param onMissed Told when events come again, after a while of which nothing is known.
 * @returns Whether events come; while they do not, ask.
 */
export function useProgressEvents(onProgress: (progress: AnalysisProgress) => void, onMissed: () => void): boolean {
  const [isListening, setIsListening] = useState(false);
  const told = useRef({ onProgress, onMissed });
  told.current = { onProgress, onMissed };
  useEffect(() => {
    let source: EventSource | null = null;
    let timer = 0;
    let hasListened = false;
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = null;
      setIsListening(false);
    };
    const open = () => {
      close();
      if (document.hidden) return;
      const opened = new EventSource('/console/api/analyses/events');
      source = opened;
      opened.onopen = () => {
        setIsListening(true);
        if (hasListened) told.current.onMissed();
        hasListened = true;
      };
      opened.onerror = () => {
        setIsListening(false);
        // A connection that broke is opened again by the browser, one that was refused is not.
        if (opened.readyState === EventSource.CLOSED) timer = window.setTimeout(open, retryEveryMs);
      };
      opened.addEventListener('analysis', (event) =>
        told.current.onProgress(JSON.parse(event.data as string) as AnalysisProgress),
      );
    };
    open();
    document.addEventListener('visibilitychange', open);
    return () => {
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, []);
  return isListening;
}
