import type { ConsoleUsage } from '../../api/account.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { useSpoken } from '../words/use-words.ts';
import { usageByMonth } from './usage-by-month.ts';

/** Analyses by month. */
export function UsageSection() {
  const { language, words } = useSpoken();
  const { analyses, credits } = words;
  const { body, error, reload } = useLoaded<ConsoleUsage>('/usage');
  const monthName = (month: string) =>
    new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      Date.parse(`${month}-01`),
    );
  return (
    <section class="card" aria-labelledby="usage-title">
      <h2 id="usage-title">{credits.usage}</h2>
      <RefusalNotice error={error} onAgain={reload} />
      {body?.counts.length === 0 ? <p class="empty">{credits.emptyUsage}</p> : null}
      {body && body.counts.length > 0 ? (
        <table class="numbers stacked">
          <thead>
            <tr>
              <th scope="col">{credits.month}</th>
              <th scope="col">{words.subjects.view}</th>
              <th scope="col">{credits.success}</th>
              <th scope="col">{credits.failed}</th>
              <th scope="col">{credits.open}</th>
              <th scope="col">{credits.total}</th>
            </tr>
          </thead>
          <tbody>
            {usageByMonth(body.counts).map(({ month, analysisType, success, failed, open }) => (
              <tr key={`${month} ${analysisType}`}>
                <th scope="row">{monthName(month)}</th>
                <td data-label={words.subjects.view}>{analysisType === 'side_view' ? analyses.side : analyses.back}</td>
                <td data-label={credits.success}>{success}</td>
                <td data-label={credits.failed}>{failed}</td>
                <td data-label={credits.open}>{open}</td>
                <td data-label={credits.total}>{success + failed + open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
