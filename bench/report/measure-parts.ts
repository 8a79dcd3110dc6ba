import { type ProgressLine, progressLine } from '../../server/cli/progress-line.ts';
import { stamp } from './machine.ts';
import { type SectionedPage, writeSection } from './sectioned-page.ts';

/** Measures one part of a page and gives its text. */
export type MeasurePart = (progress: Pick<ProgressLine, 'update'>, isQuick: boolean) => Promise<string>;

export interface PartsToMeasure<Id extends string> {
  readonly page: SectionedPage<Id>;
  readonly ids: readonly Id[];
  readonly measure: Readonly<Record<Id, MeasurePart>>;
  /** What a quick look leaves out, as the page says it; null for a whole run. */
  readonly quickLook: string | null;
}

/** Measures some parts of a page and writes each as soon as it is done. */
export async function measureParts<Id extends string>({ page, ids, measure, quickLook }: PartsToMeasure<Id>) {
  for (const id of ids) {
    const progress = await progressLine(false);
    const text = await measure[id](progress, quickLook !== null);
    progress.stop();
    const path = await writeSection(page, id, text, quickLook === null ? stamp() : `${quickLook} ${stamp()}`);
    process.stdout.write(`${text}\n\nWritten to ${path}\n`);
  }
}
