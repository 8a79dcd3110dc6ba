import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ContactTimeline } from '../plots/contact-timeline.tsx';
import { PlayerControls } from './player-controls.tsx';
import type { ShownResult } from './shown-result.ts';
import { shownFrameS } from './sync.ts';
import { usePlayback } from './use-playback.ts';

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
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    if (video.current !== null) video.current.playbackRate = speed;
  }, [speed, video]);
  const playback = usePlayback(video);
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
            onClick={playback.toggle}
            muted
            loop
            playsInline
            preload="auto"
            aria-label={words.headings.video}
          />
          <PlayerControls
            playback={playback}
            timeS={timeS}
            durationS={playback.durationS ?? durationS}
            frameS={frameS}
            speed={speed}
            onSpeed={setSpeed}
            onSeek={onSeek}
            words={words}
            language={language}
          />
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
