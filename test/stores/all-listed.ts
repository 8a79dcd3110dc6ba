import type { AnalysisSummary } from '../../server/store/analysis-record.ts';
import type { AnalysisStore } from '../../server/store/analysis-store.ts';

/** All analyses of a partner, or of one subject, by small pages. */
export async function allListed(
  analyses: Pick<AnalysisStore, 'list'>,
  partnerId: string,
  subjectId: string | null = null,
): Promise<AnalysisSummary[]> {
  const all: AnalysisSummary[] = [];
  for (let before: string | null = null; ; ) {
    const page = await analyses.list(partnerId, { subjectId, limit: 2, before });
    all.push(...page.analyses);
    if (page.next === null) return all;
    before = page.next;
  }
}
