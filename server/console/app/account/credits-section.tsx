import type { ConsoleCredits } from '../../api/account.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { written } from '../plots/plot-numbers.ts';
import { Link } from '../shell/navigation.tsx';
import { dateTimeOf } from '../words/formats.ts';
import { useSpoken } from '../words/use-words.ts';

/** What is left of the credits, and where they went. */
export function CreditsSection() {
  const { language, words } = useSpoken();
  const { credits, common, shell } = words;
  const { body, error, reload } = useLoaded<ConsoleCredits>('/credits');
  if (error) return <RefusalNotice error={error} onAgain={reload} />;
  if (!body) return <p class="hint">{common.loading}</p>;
  return (
    <section class="card" aria-labelledby="credits-title">
      <h2 id="credits-title">{credits.title}</h2>
      {body.balance === null ? (
        <p>{credits.free}</p>
      ) : (
        <p class="big-number">
          <strong>{written(body.balance, language, 0)}</strong> {credits.balance}
        </p>
      )}
      {body.ledger.length === 0 ? (
        <p class="empty">{credits.emptyLedger}</p>
      ) : (
        <details>
          <summary>{credits.ledger}</summary>
          <table class="numbers stacked">
            <thead>
              <tr>
                <th scope="col">{common.date}</th>
                <th scope="col">{credits.kind}</th>
                <th scope="col">{credits.amount}</th>
                <th scope="col">{credits.after}</th>
                <th scope="col">{credits.note}</th>
              </tr>
            </thead>
            <tbody>
              {body.ledger.map(({ sequence, kind, amount, balance, analysisId, note, createdAtMs }) => (
                <tr key={sequence}>
                  <th scope="row">{dateTimeOf(createdAtMs, language)}</th>
                  <td data-label={credits.kind}>{credits[kind]}</td>
                  <td data-label={credits.amount}>{written(amount, language, 0)}</td>
                  <td data-label={credits.after}>{written(balance, language, 0)}</td>
                  <td data-label={credits.note}>
                    {analysisId ? (
                      <Link to={{ page: 'analysis', id: analysisId }}>{shell.analyses}</Link>
                    ) : (
                      (note ?? '–')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
