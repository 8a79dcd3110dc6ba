import { withStores } from '../../server/accounts/operator-stores.ts';
import { toAnalysisBodies } from '../../server/contract/analysis-bodies.ts';
import { sampleAnalysis } from '../support/sample-analysis.ts';

/** Ends the first run of an analysis with results that nobody had to measure. */
export async function finish(dataDir: string, id: string): Promise<void> {
  const result = toAnalysisBodies(sampleAnalysis());
  const kept = await withStores(dataDir, ({ analyses }) => analyses.succeed({ id, attempt: 1 }, result, Date.now()));
  if (!kept) throw new Error('the analysis is not in its first run');
}
