import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ContactTimeline } from '../plots/contact-timeline.tsx';
import type { ShownResult } from './shown-result.ts';
import { shownFrameS } from './sync.ts';

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
  const frameS = shownFrameS(details.clip);
  const { durationS } = details.clip;
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
            tabIndex={0}
            onPointerEnter={withControls}
            onFocus={withControls}
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
        durationS={durationS}
        words={plots}
        language={language}
        cursorS={src === null || timeS > durationS ? null : timeS}
        onCursor={src === null ? undefined : onSeek}
      />
    </section>
  );
}

const withControls = ({ currentTarget }: { readonly currentTarget: HTMLMediaElement }): void => {
  currentTarget.controls = true;
};

/** Tells the time of every frame that a video shows, playing or wound to: that of the frame, which is not the time that was asked for. */
function useFollowed(video: RefObject<HTMLVideoElement | null>, onTime: (timeS: number) => void): void {
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    if (!('requestVideoFrameCallback' in element)) return followedRoughly(element, onTime);
    let request = 0;
    const follow: VideoFrameRequestCallback = (_now, { mediaTime }) => {
      onTime(mediaTime);
      request = element.requestVideoFrameCallback(follow);
    };
    request = element.requestVideoFrameCallback(follow);
    return () => element.cancelVideoFrameCallback(request);
  }, [video, onTime]);
}

/** The same in a browser that does not tell the frames' times. */
function followedRoughly(element: HTMLMediaElement, onTime: (timeS: number) => void): () => void {
  const tell = (): void => onTime(element.currentTime);
  for (const event of ['timeupdate', 'seeked']) element.addEventListener(event, tell);
  return () => {
    for (const event of ['timeupdate', 'seeked']) element.removeEventListener(event, tell);
  };
}
