import type { Language } from '../../../../engine/score/language.ts';
import type { ConsoleMedia, ConsoleResults } from '../../api/analyses.ts';

export interface ResultPageProps {
  /** What `GET /console/api/analyses/:id/details` answered; null where the analysis has none. */
  readonly details: unknown;
  readonly results: ConsoleResults;
  readonly media: ConsoleMedia | null;
  readonly language: Language;
}

/** What a person looks at after an analysis. */
export function ResultPage({ media }: ResultPageProps) {
  return (
    <div class="result">
      {media?.videoUrl ? <video class="result-video" src={media.videoUrl} controls muted playsInline /> : null}
    </div>
  );
}
