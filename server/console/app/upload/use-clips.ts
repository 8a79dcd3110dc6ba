import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { sendClip } from '../api/send-clip.ts';
import type { Clip } from './clip.ts';
import { readClip } from './read-clip.ts';

export interface Clips {
  readonly clips: readonly Clip[];
  /** Whether some are on their way or wait for it. */
  readonly isSending: boolean;
  readonly add: (files: Iterable<File>) => void;
  readonly remove: (key: number) => void;
  /** Sends clips one after the other; the sent ones leave the list, the refused ones stay with their reason. */
  readonly send: (keys: readonly number[], fields: Readonly<Record<string, string>>) => Promise<void>;
}

/** The clips of the upload form. */
export function useClips(onStarted: (analysisId: string) => void): Clips {
  const [clips, setClips] = useState<readonly Clip[]>([]);
  const lastKey = useRef(0);
  const change = useCallback((key: number, part: Partial<Clip>) => {
    setClips((known) => known.map((clip) => (clip.key === key ? { ...clip, ...part } : clip)));
  }, []);

  const isSending = clips.some(({ state }) => state.at === 'sending' || state.at === 'waiting');
  // Whoever leaves the page is asked first: what is on its way would be lost.
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);

  const add = (files: Iterable<File>) => {
    const added = Array.from(files, (file): Clip => {
      lastKey.current += 1;
      return { key: lastKey.current, file, url: URL.createObjectURL(file), facts: null, state: { at: 'reading' } };
    });
    setClips((known) => [...known, ...added]);
    for (const { key, file, url } of added)
      readClip(file, url).then(
        (facts) => change(key, { facts, state: { at: 'ready' } }),
        (error: unknown) => change(key, { state: { at: 'refused', error } }),
      );
  };
  const remove = (key: number) => {
    const gone = clips.find((clip) => clip.key === key);
    if (gone) URL.revokeObjectURL(gone.url);
    setClips((known) => known.filter((clip) => clip.key !== key));
  };
  const send = async (keys: readonly number[], fields: Readonly<Record<string, string>>) => {
    for (const key of keys) change(key, { state: { at: 'waiting' } });
    for (const { key, file, url } of clips.filter((clip) => keys.includes(clip.key))) {
      try {
        const { id } = await sendClip(file, fields, (share) => change(key, { state: { at: 'sending', share } }));
        setClips((known) => known.filter((clip) => clip.key !== key));
        URL.revokeObjectURL(url);
        onStarted(id);
      } catch (error) {
        change(key, { state: { at: 'refused', error } });
      }
    }
  };
  return { clips, isSending, add, remove, send };
}
