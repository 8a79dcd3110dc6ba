import type { Details } from '../../../details/details.ts';
import type { ConsoleMedia } from '../../api/analyses.ts';
import { curvesCsv, numbersCsv } from './csv.ts';
import type { ShownResult } from './shown-result.ts';

interface DownloadSectionProps {
  readonly shown: ShownResult;
  readonly media: ConsoleMedia | null;
  /** Of the analysis. */
  readonly id: string;
}

/** What may be taken along: the report to mail, tables for a spreadsheet, everything for a program, the video. */
export function DownloadSection({ shown, media, id }: DownloadSectionProps) {
  const { details, language, words } = shown;
  const { ui } = words;
  const files: readonly (readonly [name: string, fileName: string, type: string, text: (from: Details) => string])[] = [
    [ui.numbersCsv, 'numbers.csv', 'text/csv', numbersCsv],
    [ui.curvesCsv, 'curves.csv', 'text/csv', curvesCsv],
    [ui.detailsJson, 'details.json', 'application/json', (from) => JSON.stringify(from)],
  ];
  return (
    <section class="result-section" aria-labelledby="result-download">
      <h2 id="result-download">{ui.download}</h2>
      <p class="result-downloads">
        <a
          class="result-button"
          href={`/console/api/analyses/${encodeURIComponent(id)}/report?language=${language}`}
          download={`${id}-report.html`}
        >
          {ui.reportPage}
        </a>
        {files.map(([name, fileName, type, text]) => (
          <button
            key={fileName}
            type="button"
            class="result-button"
            onClick={() => save(`${id}-${fileName}`, new Blob([text(details)], { type }))}
          >
            {name}
          </button>
        ))}
        {media?.videoUrl ? (
          <a class="result-button" href={media.videoUrl} download={`${id}.mp4`}>
            {ui.videoFile}
          </a>
        ) : null}
      </p>
    </section>
  );
}

/** Gives the browser a file to keep. */
function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun to read by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
