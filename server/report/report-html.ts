import { readFile } from 'node:fs/promises';
import type { FrameCount } from '../../engine/analysis.ts';
import { builtEntry } from '../../engine/built-entry.ts';
import type { Language } from '../../engine/score/language.ts';
import { cutKeyFrames } from './cut-key-frames.ts';
import type { ReportRenderer } from './report-input.ts';
import type { ReportSource } from './report-source.ts';

export interface ReportOptions {
  /** By default the language that the analysis was asked for in. */
  readonly language?: Language | undefined;
  readonly name?: string | undefined;
  readonly signal: AbortSignal;
  /** Told how far the key frames are. */
  onFrame?(frames: FrameCount): void;
}

/** An analysis as one HTML file, whose text this is. @throws StrideError as `cutKeyFrames`. */
export async function reportHtml(
  { details, videoPath, analysedAt }: ReportSource,
  options: ReportOptions,
): Promise<string> {
  const [{ renderReport }, stylesheet, keyFrames] = await Promise.all([
    import(builtEntry(import.meta.url, './report-page.js').href) as Promise<ReportRenderer>,
    readFile(builtEntry(import.meta.url, './report.css'), 'utf8'),
    videoPath === null ? [] : cutKeyFrames(videoPath, details, options),
  ]);
  const language = options.language ?? details.request.language;
  return renderReport({ details, language, keyFrames, name: options.name ?? null, analysedAt, stylesheet });
}
