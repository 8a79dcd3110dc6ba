import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Side } from '../../../../engine/pose/keypoint-names.ts';
import type { Language } from '../../../../engine/score/language.ts';
import type { Details, StrideDetails } from '../../../details/details.ts';
import { readDetails } from '../../../details/read-details.ts';
import type { ConsoleMedia, ConsoleResults } from '../../api/analyses.ts';
import { AdviceList } from './advice-list.tsx';
import { ClipWarnings } from './clip-warnings.tsx';
import { CurveSection } from './curve-section.tsx';
import { DownloadSection } from './download-section.tsx';
import { Headline } from './headline.tsx';
import { KindCards } from './kind-cards.tsx';
import { LimitsSection } from './limits-section.tsx';
import { NotRunning } from './not-running.tsx';
import { NumberTable } from './number-table.tsx';
import { PlainResult } from './plain-result.tsx';
import { ScoreCards } from './score-cards.tsx';
import { shownResult } from './shown-result.ts';
import { SymmetryTable } from './symmetry-table.tsx';
import { momentOf, phaseAt, shownFrameS, strideNear } from './sync.ts';
import { TechnicalSection, testConditions } from './technical-section.tsx';
import { TrustSection } from './trust-section.tsx';
import { VideoPanel } from './video-panel.tsx';

export interface ResultPageProps {
  /** Of the analysis. */
  readonly id: string;
  /** What `GET /console/api/analyses/:id/details` answered; null where the analysis has none. */
  readonly details: unknown;
  readonly results: ConsoleResults;
  readonly media: ConsoleMedia | null;
  readonly language: Language;
}

/** What a person looks at after an analysis. */
export function ResultPage({ id, details, results, media, language }: ResultPageProps) {
  const read = useMemo(() => readDetails(details), [details]);
  return read === null ? (
    <PlainResult results={results} media={media} language={language} />
  ) : (
    <DetailedResult id={id} details={read} media={media} language={language} />
  );
}

interface DetailedResultProps {
  readonly id: string;
  readonly details: Details;
  readonly media: ConsoleMedia | null;
  readonly language: Language;
}

/** The video leads the cursors of the plots; a cursor that is moved leads the video to that phase of the nearest stride. */
function DetailedResult({ id, details, media, language }: DetailedResultProps) {
  const shown = useMemo(() => shownResult(details, language), [details, language]);
  const video = useRef<HTMLVideoElement>(null);
  const [timeS, setTimeS] = useState(0);
  /** Where a cursor was put by hand, until the video shows something else. */
  const [held, setHeld] = useState<Held | null>(null);
  const { strides, clip } = details;
  const frameS = shownFrameS(clip);
  const [followedSide, setFollowedSide] = useState(() => firstSide(details));

  const onTime = useCallback(
    (shownS: number): void => {
      setTimeS(shownS);
      setHeld((before) => (before !== null && Math.abs(before.timeS - shownS) > frameS ? null : before));
    },
    [frameS],
  );
  const seek = (wantedS: number): void => {
    const element = video.current;
    // Behind the clip a video may go on with slow motion.
    const reachableS = Math.min(element?.duration || clip.durationS, Math.max(0, wantedS));
    setTimeS(reachableS);
    if (element === null) return;
    element.pause();
    // A video shows the frame that began last: half a frame on, that is the one nearest to the moment.
    element.currentTime = reachableS + frameS / 2;
  };
  const show = (side: Side, percent: number): void => {
    // A cursor that is moved on stays in its stride, whose ends are those of its neighbours, too.
    const stride = held?.stride?.side === side ? held.stride : strideNear(strides, side, timeS);
    const wantedS = stride === null ? timeS : momentOf(stride, percent);
    setHeld({ percent, stride, timeS: Math.min(clip.durationS, wantedS) });
    if (stride !== null) seek(wantedS);
  };
  const follow = (side: Side): void => {
    setFollowedSide(side);
    if (held !== null) show(side, held.percent);
  };
  const cursor = held?.percent ?? phaseAt(strides, followedSide, timeS);
  const hasVideo = media?.videoUrl !== null && media !== null;
  const hasChoice = hasVideo && bothSides.every((side) => strides.some((stride) => stride.side === side));

  return (
    <div class="result">
      <p class="result-conditions">{testConditions(shown)}</p>
      {details.running ? <Headline shown={shown} /> : <NotRunning shown={shown} />}
      <ClipWarnings shown={shown} />
      <div class={details.curves.length > 0 ? 'result-stage' : undefined}>
        <VideoPanel
          shown={shown}
          src={media?.videoUrl ?? null}
          poster={media?.thumbnailUrl ?? null}
          video={video}
          timeS={timeS}
          onTime={onTime}
          onSeek={seek}
        />
        {details.running ? (
          <CurveSection
            shown={shown}
            cursor={hasVideo ? cursor : (held?.percent ?? null)}
            onCursor={(percent) => show(followedSide, percent)}
            followed={hasChoice ? { side: followedSide, onChoose: follow } : undefined}
          />
        ) : null}
      </div>
      {details.running ? (
        <>
          <ScoreCards shown={shown} />
          <KindCards shown={shown} />
          <AdviceList shown={shown} />
          <SymmetryTable shown={shown} />
          <NumberTable shown={shown} />
        </>
      ) : null}
      <DownloadSection shown={shown} media={media} id={id} />
      <TrustSection shown={shown} />
      <TechnicalSection shown={shown} />
      <LimitsSection shown={shown} />
    </div>
  );
}

/** A cursor that was put somewhere by hand. */
interface Held {
  readonly percent: number;
  readonly stride: StrideDetails | null;
  /** What the video was made to show. */
  readonly timeS: number;
}

const bothSides = ['left', 'right'] as const;

/** Whose cycle the cursors follow until another is chosen. */
const firstSide = ({ curves }: Details): Side => curves[0]?.side ?? 'left';
