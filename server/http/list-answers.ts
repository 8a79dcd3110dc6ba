import { Readable } from 'node:stream';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { AnalysisListItemBody } from '../contract/schemas/analysis-list.ts';
import { timestamp } from '../contract/timestamp.ts';
import type { ListedPage } from '../store/analysis-pages.ts';
import type { AnalysisSummary } from '../store/analysis-record.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import { Turnstile } from './turnstile.ts';

/** How many analyses are read at a time, which the embedded store does without letting go of the thread. */
const pageLength = 100;
/** Pages that are read at the same time, of all lists; partners take turns. */
const pagesAtATime = 4;

/** Whose analyses, and which, a list is of. */
interface Asked {
  readonly partnerId: string;
  readonly subjectId: string | null;
  /** Whether the length of a list that is not held whole does not matter, nor what is in it: for HEAD. */
  readonly isHead?: boolean;
}

type ListAnswer<H> =
  | { readonly status: 200; readonly body: H & { readonly analyses: AnalysisListItemBody[] } }
  | { readonly status: 200; readonly type: string; readonly stream: Readable };

/** Answers with lists of analyses of any length: between two pages other requests have their turn, and one page is held at a time. */
export class ListAnswers {
  readonly #analyses: Pick<AnalysisStore, 'list'>;
  readonly #pages = new Turnstile(pagesAtATime);

  constructor(analyses: Pick<AnalysisStore, 'list'>) {
    this.#analyses = analyses;
  }

  /** @param head What stands before the list. */
  async answer<H extends object>(asked: Asked, head: H): Promise<ListAnswer<H>> {
    const first = await this.#page(asked, null);
    if (first.next === null) return { status: 200, body: { ...head, analyses: first.analyses.map(itemBody) } };
    const text = asked.isHead === true ? [] : this.#text(asked, head, first);
    const stream = Readable.from(text, { objectMode: false });
    return { status: 200, type: 'application/json; charset=utf-8', stream };
  }

  /** What a whole body would be. */
  async *#text(asked: Asked, head: object, first: ListedPage): AsyncGenerator<string> {
    yield JSON.stringify({ ...head, analyses: first.analyses.map(itemBody) }).slice(0, -']}'.length);
    for (let { next } = first; next !== null; ) {
      const page = await this.#page(asked, next);
      if (page.analyses.length > 0) yield `,${JSON.stringify(page.analyses.map(itemBody)).slice(1, -1)}`;
      next = page.next;
    }
    yield ']}';
  }

  #page({ partnerId, subjectId }: Asked, before: string | null): Promise<ListedPage> {
    const read = async (): Promise<ListedPage> => {
      if (before !== null) await othersTurn();
      return this.#analyses.list(partnerId, { subjectId, limit: pageLength, before });
    };
    return this.#pages.run(read, partnerId);
  }
}

const itemBody = (analysis: AnalysisSummary): AnalysisListItemBody => ({
  video_id: analysis.id,
  analysis_type: analysis.analysisType,
  status: analysis.status,
  percentage: analysis.percentage,
  ...(analysis.subjectId !== null && { subject_id: analysis.subjectId }),
  created_at: timestamp(analysis.createdAtMs),
});
