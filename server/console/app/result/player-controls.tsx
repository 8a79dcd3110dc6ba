import { useState } from 'preact/hooks';
import type { Language } from '../../../../engine/score/language.ts';
import { written } from '../plots/plot-numbers.ts';
import { PlayerIcon, type PlayerIconName } from './player-icons.tsx';
import type { Playback } from './use-playback.ts';
import type { ResultWords } from './words/result-words.ts';

export interface PlayerControlsProps {
  readonly playback: Playback;
  /** What is shown now, seconds. */
  readonly timeS: number;
  readonly durationS: number;
  /** How long a frame is shown, seconds. */
  readonly frameS: number;
  /** How many times as fast as it was filmed. */
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
  readonly onSeek: (timeS: number) => void;
  readonly words: ResultWords;
  readonly language: Language;
}

const speeds = [1, 0.5, 0.25, 0.1] as const;

/** Below the video, because a browser's own controls lie over the numbers at its foot. */
export function PlayerControls(props: PlayerControlsProps) {
  const { playback, timeS, frameS, speed, onSpeed, onSeek, words, language } = props;
  const { playing, toggle, fillScreen } = playback;
  const { ui } = words;
  return (
    <div class="result-controls">
      <Scrubber {...props} />
      <IconButton icon={playing ? 'pause' : 'play'} name={playing ? ui.pause : ui.play} onClick={toggle} />
      <IconButton icon="frameBack" name={ui.frameBack} onClick={() => onSeek(timeS - frameS)} />
      <IconButton icon="frameOn" name={ui.frameOn} onClick={() => onSeek(timeS + frameS)} />
      <select
        class="result-button"
        aria-label={ui.playbackSpeed}
        title={ui.playbackSpeed}
        value={speed}
        onChange={(event) => onSpeed(Number(event.currentTarget.value))}
      >
        {speeds.map((one) => (
          <option key={one} value={one}>
            {`${new Intl.NumberFormat(language).format(one)}×`}
          </option>
        ))}
      </select>
      {fillScreen === null ? null : <IconButton icon="fullScreen" name={ui.fullScreen} onClick={fillScreen} />}
    </div>
  );
}

/** Where the video is: arrow keys go by frames, the space bar plays and pauses. */
function Scrubber({ playback, timeS, durationS, frameS, onSeek, words, language }: PlayerControlsProps) {
  /** While it is dragged the video is behind. */
  const [draggedS, setDraggedS] = useState<number | null>(null);
  const shownS = Math.min(durationS, draggedS ?? timeS);
  return (
    <div class="result-scrubber">
      <input
        type="range"
        aria-label={words.ui.videoPosition}
        min={0}
        max={durationS}
        step={frameS}
        value={shownS}
        aria-valuetext={secondsInWords(shownS, language)}
        onInput={({ currentTarget }) => {
          setDraggedS(Number(currentTarget.value));
          onSeek(Number(currentTarget.value));
        }}
        onChange={() => setDraggedS(null)}
        onKeyDown={(event) => {
          if (event.key !== ' ') return;
          event.preventDefault();
          playback.toggle();
        }}
      />
      <span class="result-clock" aria-hidden="true">
        {`${written(shownS, language, 2)} / ${written(durationS, language, 2)} s`}
      </span>
    </div>
  );
}

const secondsInWords = (timeS: number, language: Language): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(timeS);

interface IconButtonProps {
  readonly icon: PlayerIconName;
  readonly name: string;
  readonly onClick: () => void;
}

function IconButton({ icon, name, onClick }: IconButtonProps) {
  return (
    <button type="button" class="result-button result-icon" aria-label={name} title={name} onClick={onClick}>
      <PlayerIcon name={icon} />
    </button>
  );
}
