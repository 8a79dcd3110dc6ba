import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { builtEntry } from '../../engine/built-entry.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { Language } from '../../engine/score/language.ts';
import { cutKeyFrames } from './cut-key-frames.ts';
import type { ReportRenderer } from './report-input.ts';
import type { ReportSource } from './report-source.ts';

export interface ReportOptions {
  /** By default the language that the analysis was asked for in. */
  readonly language?: Language | undefined;
  readonly name?: string | undefined;
  readonly signal: AbortSignal;
}

/** An analysis as one HTML file, whose text this is. @throws StrideError as `cutKeyFrames`. */
export async function reportHtml({ details, videoPath }: ReportSource, options: ReportOptions): Promise<string> {
  const [{ renderReport }, stylesheet, keyFrames] = await Promise.all([
    import(builtEntry(import.meta.url, './report-page.js').href) as Promise<ReportRenderer>,
    readFile(builtEntry(import.meta.url, './report.css'), 'utf8'),
    videoPath === null ? [] : cutKeyFrames(videoPath, details, options.signal),
  ]);
  const language = options.language ?? details.request.language;
  return renderReport({ details, language, keyFrames, name: options.name ?? null, stylesheet });
}

/** Writes a report. The file appears when it is whole, or not at all. @throws StrideError `output_not_writable`. */
export async function writeReport(path: string, html: string): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, html);
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new StrideError('output_not_writable', path, { cause });
  }
}
