import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Language } from '../../../../engine/score/language.ts';
import type { Details } from '../../../details/details.ts';
import { readDetails } from '../../../details/read-details.ts';
import type { ConsoleMedia, ConsoleResults } from '../../api/analyses.ts';
import { AdviceList } from './advice-list.tsx';
import { CurveSection } from './curve-section.tsx';
import { Headline } from './headline.tsx';
import { KindCards } from './kind-cards.tsx';
import { LimitsSection } from './limits-section.tsx';
import { NumberTable } from './number-table.tsx';
import { PlainResult } from './plain-result.tsx';
import { ScoreCards } from './score-cards.tsx';
import { shownResult } from './shown-result.ts';
import { SymmetryTable } from './symmetry-table.tsx';
import { phaseAt, timeAtPhase } from './sync.ts';
import { TechnicalSection } from './technical-section.tsx';
import { TrustSection } from './trust-section.tsx';
import { VideoPanel } from './video-panel.tsx';

export interface ResultPageProps {
  /** What `GET /console/api/analyses/:id/details` answered; null where the analysis has none. */
  readonly details: unknown;
  readonly results: ConsoleResults;
  readonly media: ConsoleMedia | null;
  readonly language: Language;
}

/** What a person looks at after an analysis. */
export function ResultPage({ details, results, media, language }: ResultPageProps) {
  const read = useMemo(() => readDetails(details), [details]);
  return read === null ? (
    <PlainResult results={results} media={media} language={language} />
  ) : (
    <DetailedResult details={read} media={media} language={language} />
  );
}

interface DetailedResultProps {
  readonly details: Details;
  readonly media: ConsoleMedia | null;
  readonly language: Language;
}

/** The video leads the cursors of the plots; a cursor that is moved leads the video to that phase of the nearest stride. */
function DetailedResult({ details, media, language }: DetailedResultProps) {
  const shown = useMemo(() => shownResult(details, language), [details, language]);
  const video = useRef<HTMLVideoElement>(null);
  const [timeS, setTimeS] = useState(0);
  /** Where a cursor was put by hand, until the video shows something else. */
  const [held, setHeld] = useState<{ readonly percent: number; readonly timeS: number } | null>(null);
  const { strides } = details;

  const onTime = useCallback((shownS: number): void => {
    setTimeS(shownS);
    setHeld((before) => (before !== null && Math.abs(before.timeS - shownS) > 0.02 ? null : before));
  }, []);
  const seek = (wantedS: number): void => {
    const element = video.current;
    const reachableS = Math.min(details.clip.durationS, Math.max(0, wantedS));
    setTimeS(reachableS);
    if (element === null) return;
    element.pause();
    element.currentTime = reachableS;
  };
  const onCursor = (side: 'left' | 'right', percent: number): void => {
    const wantedS = timeAtPhase(strides, { side, percent, nearS: timeS });
    setHeld({ percent, timeS: wantedS ?? timeS });
    if (wantedS !== null) seek(wantedS);
  };
  const cursor = held?.percent ?? phaseAt(strides, firstSide(details), timeS);
  const hasVideo = media?.videoUrl !== null && media !== null;

  return (
    <div class="result">
      {details.running ? null : <p class="result-alert">{shown.words.ui.notRunning}</p>}
      <Headline shown={shown} />
      <VideoPanel
        shown={shown}
        src={media?.videoUrl ?? null}
        poster={media?.thumbnailUrl ?? null}
        video={video}
        timeS={timeS}
        onTime={onTime}
        onSeek={seek}
      />
      <CurveSection shown={shown} cursor={hasVideo ? cursor : (held?.percent ?? null)} onCursor={onCursor} />
      <ScoreCards shown={shown} />
      <KindCards shown={shown} />
      <AdviceList shown={shown} />
      <SymmetryTable shown={shown} />
      <NumberTable shown={shown} />
      <TrustSection shown={shown} />
      <TechnicalSection shown={shown} />
      <LimitsSection shown={shown} />
    </div>
  );
}

/** Whose cycle the cursors follow. */
const firstSide = ({ curves }: Details): 'left' | 'right' => curves[0]?.side ?? 'left';
