import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What a video does. */
export interface Playback {
  readonly playing: boolean;
  /** Of the video, which may go on behind its clip with slow motion, seconds; null until the browser knows. */
  readonly durationS: number | null;
  readonly toggle: () => void;
  /** Null where the browser lets no video fill the screen. */
  readonly fillScreen: (() => void) | null;
}

/** Phones of Apple know only this way to fill the screen. */
interface AppleVideo {
  readonly webkitEnterFullscreen?: () => void;
}

/** Follows what a video does, whoever makes it do so, and makes it. */
export function usePlayback(video: RefObject<HTMLVideoElement | null>): Playback {
  const [playing, setPlaying] = useState(false);
  const [durationS, setDurationS] = useState<number | null>(null);
  const [fills, setFills] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const look = (): void => {
      setPlaying(!element.paused);
      setDurationS(Number.isFinite(element.duration) ? element.duration : null);
    };
    look();
    setFills(fullScreenOf(element) !== null);
    for (const event of told) element.addEventListener(event, look);
    return () => {
      for (const event of told) element.removeEventListener(event, look);
    };
  }, [video]);
  const toggle = (): void => {
    const element = video.current;
    if (element === null) return;
    // A browser refuses to play what is paused again at once, or cannot be loaded.
    if (element.paused) element.play().catch(() => setPlaying(!element.paused));
    else element.pause();
  };
  const fillScreen = (): void => {
    if (video.current !== null) fullScreenOf(video.current)?.();
  };
  return { playing, durationS, toggle, fillScreen: fills ? fillScreen : null };
}

const told = ['play', 'pause', 'ended', 'durationchange', 'loadedmetadata'] as const;

function fullScreenOf(element: HTMLVideoElement & AppleVideo): (() => void) | null {
  if ('requestFullscreen' in element) return () => void element.requestFullscreen();
  const { webkitEnterFullscreen } = element as AppleVideo;
  return webkitEnterFullscreen === undefined ? null : () => webkitEnterFullscreen.call(element);
}
