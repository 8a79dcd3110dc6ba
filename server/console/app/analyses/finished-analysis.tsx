import type { ConsoleAnalysis, ConsoleResults } from '../../api/analyses.ts';
import { useDetails } from '../api/use-details.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { ResultPage } from '../result/result-page.tsx';
import { useSpoken } from '../words/use-words.ts';

/** What came out of an analysis. */
export function FinishedAnalysis({ analysis: { id, media } }: { readonly analysis: ConsoleAnalysis }) {
  const { language, words } = useSpoken();
  const path = `/analyses/${encodeURIComponent(id)}`;
  const results = useLoaded<ConsoleResults>(`${path}/results`);
  const details = useDetails(id);
  if (results.body && details.isSettled)
    return <ResultPage id={id} details={details.details} results={results.body} media={media} language={language} />;
  if (results.error || details.error)
    return (
      <RefusalNotice
        error={results.error ?? details.error}
        onAgain={() => {
          results.reload();
          details.reload();
        }}
      />
    );
  return <p class="hint">{words.common.loading}</p>;
}
