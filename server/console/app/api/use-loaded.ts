import { useCallback, useEffect, useState } from 'preact/hooks';
import { request } from './request.ts';

export interface Loaded<Body> {
  /** Null until it is there. */
  readonly body: Body | null;
  /** Null unless the last try was refused. */
  readonly error: unknown;
  readonly reload: () => void;
  /** Shows another body, such as what a PUT answered. */
  readonly replace: (body: Body) => void;
}

/** What `GET /console/api<path>` answers; nothing is asked while `path` is null. */
export function useLoaded<Body>(path: string | null): Loaded<Body> {
  const [state, setState] = useState<{ path: string | null; body: Body | null; error: unknown }>(nothing);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const control = new AbortController();
    request<Body>(path, { signal: control.signal }).then(
      (body) => setState({ path, body, error: null }),
      (error: unknown) => {
        if (!control.signal.aborted)
          setState((known) => ({ path, body: known.path === path ? known.body : null, error }));
      },
    );
    return () => control.abort();
  }, [path, turn]);
  const reload = useCallback(() => setTurn((known) => known + 1), []);
  const replace = useCallback((body: Body) => setState({ path, body, error: null }), [path]);
  const isOfPath = state.path === path;
  return { body: isOfPath ? state.body : null, error: isOfPath ? state.error : null, reload, replace };
}

const nothing = { path: null, body: null, error: null };
