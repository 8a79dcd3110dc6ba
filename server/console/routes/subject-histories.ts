import { text } from 'node:stream/consumers';
import { readDetails } from '../../details/read-details.ts';
import type { AnalysisPages, ShownAnalysis } from '../../store/analysis-pages.ts';
import type { HistoryEntry, HistoryMetric, SubjectHistory } from '../api/subjects.ts';
import type { ConsoleContext } from '../console-context.ts';

/** Analyses of a history; and those whose numbers are remembered, so that a history asked for again reads no file. */
const [longest, mostRemembered] = [100, 1000];
/** Of S3 storage each file takes a while to come. */
const filesAtATime = 8;

/** What was measured of a subject over time, from the details that each analysis has left. */
export class SubjectHistories {
  readonly #pages: AnalysisPages;
  readonly #details: ConsoleContext['details'];
  /** By the run that measured them; what a run has left never changes. */
  readonly #known = new Map<string, readonly HistoryMetric[]>();

  constructor({ analysisPages, details }: Pick<ConsoleContext, 'analysisPages' | 'details'>) {
    this.#pages = analysisPages;
    this.#details = details;
  }

  /** Oldest first. */
  async of(partnerId: string, subjectId: string): Promise<SubjectHistory> {
    const analyses = await this.#pages.succeeded(partnerId, subjectId, longest);
    const entries: HistoryEntry[] = [];
    for (let at = 0; at < analyses.length; at += filesAtATime)
      entries.push(...(await Promise.all(analyses.slice(at, at + filesAtATime).map((one) => this.#entryOf(one)))));
    return entries.reverse();
  }

  async #entryOf(analysis: ShownAnalysis): Promise<HistoryEntry> {
    const { id: analysisId, createdAtMs, analysisType } = analysis;
    return { analysisId, createdAtMs, analysisType, metrics: await this.#metricsOf(analysis) };
  }

  async #metricsOf({ id, attempt }: ShownAnalysis): Promise<readonly HistoryMetric[]> {
    const run = `${id} ${attempt}`;
    const known = this.#known.get(run);
    if (known !== undefined) return known;
    const file = await this.#details({ id, attempt });
    if (file === null) return [];
    const details = readDetails(JSON.parse(await text(file.read(null))));
    const read = (details?.metrics ?? []).map(({ id: metric, side, value, halfWidth, unit }) => ({
      id: metric,
      side,
      value,
      halfWidth,
      unit,
    }));
    this.#known.set(run, read);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostRemembered && oldest !== undefined) this.#known.delete(oldest);
    return read;
  }
}
