import type { Language } from '../../../../engine/score/language.ts';
import type { ConsoleMedia, ConsoleResults } from '../../api/analyses.ts';
import { written } from '../plots/plot-numbers.ts';
import { resultWords } from './words/by-language.ts';

export interface PlainResultProps {
  readonly results: ConsoleResults;
  readonly media: ConsoleMedia | null;
  readonly language: Language;
}

/** An analysis of before details were kept: its video and the API's numbers. */
export function PlainResult({ results, media, language }: PlainResultProps) {
  const words = resultWords[language];
  const numbers = Object.entries(results.calculatedData.metrics).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return (
    <div class="result">
      <p class="result-alert">{words.ui.noDetails}</p>
      {media?.videoUrl ? (
        <video
          class="result-video"
          src={media.videoUrl}
          controls
          muted
          loop
          playsInline
          aria-label={words.headings.video}
        />
      ) : null}
      <h2>{words.headings.numbers}</h2>
      <table class="result-table">
        <tbody>
          {numbers.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{written(value, language, Number.isInteger(value) ? 0 : 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
