import type { Analysis, AnalysisRequest } from '../../engine/analysis.ts';
import { analyzeSource, type ClipSource } from './analyze-source.ts';
import type { TermFlags } from './asked-terms.ts';
import { tellFullDisk } from './full-disk.ts';
import type { MannerFlags } from './manner-options.ts';
import { type ReportBodies, reportBodies } from './report-bodies.ts';
import { openReportFolder } from './report-folder.ts';

/** An analysis that is done, and what it left. */
export interface MadeReport {
  readonly analysis: Analysis;
  readonly bodies: ReportBodies;
  /** Paths of its files; none where no folder was wanted. */
  readonly files: readonly string[];
}

/**
 * Analyses a clip, or poses of one, and writes what came out.
 *
 * @param directory Where the files go; null to write none. One that was made for it is not left behind empty when the analysis fails.
 * @throws StrideError as `analyzeSource`, and `output_not_writable`.
 */
export async function makeReport(
  source: ClipSource,
  { terms, manner }: { readonly terms: TermFlags; readonly manner: MannerFlags },
  directory: string | null,
  watch: Pick<AnalysisRequest, 'signal' | 'onProgress'>,
): Promise<MadeReport> {
  const folder = directory === null ? null : await openReportFolder(directory);
  const media = folder !== null && manner.video && source.clipPath !== null ? folder.media : null;
  try {
    const { id, ...analyzed } = await analyzeSource(source, terms, {
      ...watch,
      network: manner.network,
      runtime: manner.runtime,
      threads: manner.threads,
      deadlineMs: manner.deadline === undefined ? undefined : 1000 * manner.deadline,
      output:
        media === null
          ? null
          : {
              ...media,
              size: manner.videoSize,
              blurFace: manner.blurFace === true,
              slowMotion: manner.slowMotion === true,
            },
    });
    const bodies = await reportBodies(id, analyzed.analysis, analyzed.terms, media);
    const files = (await folder?.write({ ...analyzed, bodies, media })) ?? [];
    return { analysis: analyzed.analysis, bodies, files };
  } catch (error) {
    await folder?.discardIfEmpty();
    throw directory === null ? error : tellFullDisk(error, directory);
  }
}
