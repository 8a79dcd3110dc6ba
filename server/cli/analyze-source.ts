import type { Analysis, AnalysisRequest, AnalysisTerms } from '../../engine/analysis.ts';
import { analyze } from '../../engine/analyze.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { networkFingerprint } from '../../engine/pose/custom/network-fingerprint.ts';
import type { PosesSource } from '../../engine/pose-file/clip-reading.ts';
import { askedTerms, type TermFlags } from './asked-terms.ts';
import { clipId, fileSha256 } from './clip-id.ts';

/** What an analysis starts from: a clip, or poses that were read from one before, with or without it. */
export type ClipSource =
  | { readonly clipPath: string; readonly posesPath: null }
  | { readonly clipPath: string | null; readonly posesPath: string };

/** How it is done. */
export type AnalyzeManner = Pick<
  AnalysisRequest,
  'network' | 'runtime' | 'threads' | 'deadlineMs' | 'output' | 'signal' | 'onProgress'
>;

export interface AnalyzedSource {
  /** See {@link clipId}: that of poses is that of their clip. */
  readonly id: string;
  readonly analysis: Analysis;
  readonly terms: AnalysisTerms;
  readonly source: PosesSource | null;
}

/** Analyses what the command line was given. @throws StrideError of `askedTerms`, `analyze`, `openPoses` and `analyzePoses`. */
export const analyzeSource = (source: ClipSource, flags: TermFlags, manner: AnalyzeManner): Promise<AnalyzedSource> =>
  source.posesPath === null
    ? analyzeClip(source.clipPath, flags, manner)
    : againFromPoses(source.posesPath, source.clipPath, flags, manner);

async function analyzeClip(clipPath: string, flags: TermFlags, manner: AnalyzeManner): Promise<AnalyzedSource> {
  const terms = askedTerms(flags, null);
  const analyzing = analyze({ videoPath: clipPath, ...terms, ...manner });
  const hashing = sourceOf(clipPath, manner);
  // What is wrong with the clip is told by the analysis.
  hashing.catch(() => undefined);
  const analysis = await analyzing;
  const source = await hashing;
  return { id: idOf(source, terms), analysis, terms, source };
}

async function againFromPoses(
  posesPath: string,
  videoPath: string | null,
  flags: TermFlags,
  { output, signal, deadlineMs, onProgress }: AnalyzeManner,
): Promise<AnalyzedSource> {
  const { openPoses } = await import('../../engine/pose-file/open-poses.ts');
  const reading = await openPoses(posesPath);
  const terms = askedTerms(flags, reading.terms);
  const { source } = reading;
  if (source !== null && videoPath !== null && (await isAnother(videoPath, source)))
    throw new StrideError('clip_differs', videoPath);
  const { analyzePoses } = await import('../../engine/analyze-poses.ts');
  const analysis = await analyzePoses(reading, { ...terms, videoPath, output, signal, deadlineMs, onProgress });
  const named = source ?? { clipSha256: await fileSha256(posesPath), network: analysis.pose.network };
  return { id: idOf(named, terms), analysis, terms, source };
}

/** A file that is not there is told by what opens it. */
const isAnother = (videoPath: string, { clipSha256 }: PosesSource): Promise<boolean> =>
  fileSha256(videoPath).then(
    (found) => found !== clipSha256,
    () => false,
  );

const sourceOf = async (clipPath: string, { network }: AnalyzeManner): Promise<PosesSource> => ({
  clipSha256: await fileSha256(clipPath),
  network: await networkFingerprint(network),
});

const idOf = ({ clipSha256, network }: PosesSource, terms: AnalysisTerms): string =>
  clipId(clipSha256, { ...terms, network });
