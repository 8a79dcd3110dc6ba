import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ContactTimeline } from '../plots/contact-timeline.tsx';
import type { ShownResult } from './shown-result.ts';

export interface VideoPanelProps {
  readonly shown: ShownResult;
  readonly src: string | null;
  readonly poster: string | null;
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Of the clip, seconds. */
  readonly timeS: number;
  /** The video shows another moment. */
  readonly onTime: (timeS: number) => void;
  /** The video is to show another moment. */
  readonly onSeek: (timeS: number) => void;
}

/** The annotated video, with a timeline of the contacts that follows it and leads it. */
export function VideoPanel({ shown, src, poster, video, timeS, onTime, onSeek }: VideoPanelProps) {
  const { details, words, plots, language } = shown;
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (element !== null) element.playbackRate = slow ? 0.25 : 1;
  }, [slow, video]);
  useFollowed(video, onTime);
  const frameS = 1 / Math.min(60, Math.max(1, details.clip.fps));
  return (
    <section class="result-section result-watch" aria-labelledby="result-video">
      <h2 id="result-video">{words.headings.video}</h2>
      {src === null ? null : (
        <>
          <video
            ref={video}
            class="result-video"
            src={src}
            {...(poster === null ? {} : { poster })}
            controls
            muted
            loop
            playsInline
            preload="auto"
            aria-label={words.headings.video}
          />
          <div class="result-controls">
            <button type="button" class="result-button" onClick={() => onSeek(timeS - frameS)}>
              {words.ui.frameBack}
            </button>
            <button type="button" class="result-button" onClick={() => onSeek(timeS + frameS)}>
              {words.ui.frameOn}
            </button>
            <label class="result-check">
              <input type="checkbox" checked={slow} onChange={(event) => setSlow(event.currentTarget.checked)} />
              {words.ui.slower}
            </label>
          </div>
        </>
      )}
      <h3>{words.headings.contacts}</h3>
      <ContactTimeline
        contacts={details.contacts}
        durationS={details.clip.durationS}
        words={plots}
        language={language}
        cursorS={src === null ? null : Math.min(timeS, details.clip.durationS)}
        onCursor={src === null ? undefined : onSeek}
      />
    </section>
  );
}

/** Tells every frame that a playing video shows, and where it was wound to. */
function useFollowed(video: RefObject<HTMLVideoElement | null>, onTime: (timeS: number) => void): void {
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    let frame = 0;
    const tell = (): void => onTime(element.currentTime);
    const follow = (): void => {
      tell();
      frame = element.paused || element.ended ? 0 : requestAnimationFrame(follow);
    };
    const start = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    };
    element.addEventListener('play', start);
    element.addEventListener('seeked', tell);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('play', start);
      element.removeEventListener('seeked', tell);
    };
  }, [video, onTime]);
}
