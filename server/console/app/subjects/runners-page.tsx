import type { ConsoleSubjectList } from '../../api/subjects.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { written } from '../plots/plot-numbers.ts';
import { Link } from '../shell/navigation.tsx';
import { Page } from '../shell/page.tsx';
import { dateOf } from '../words/formats.ts';
import { useSpoken } from '../words/use-words.ts';
import { RunnerForm } from './runner-form.tsx';

/** All runners. */
export function RunnersPage() {
  const { language, words } = useSpoken();
  const { subjects, common } = words;
  const { body, error, reload } = useLoaded<ConsoleSubjectList>('/subjects');
  return (
    <Page title={subjects.title}>
      <RefusalNotice error={error} onAgain={reload} />
      {body === null && error === null ? <p class="hint">{common.loading}</p> : null}
      {body?.subjects.length === 0 ? <p class="empty">{subjects.empty}</p> : null}
      {body && body.subjects.length > 0 ? (
        <ul class="runner-list">
          {body.subjects.map(({ id, name, heightM, weightKg, createdAtMs }) => (
            <li key={id} class="card">
              <Link to={{ page: 'runner', id }}>{name ?? subjects.unnamed}</Link>
              <span class="hint">
                {[
                  heightM ? `${written(heightM, language, 2)} m` : null,
                  weightKg ? `${written(weightKg, language, 0)} kg` : null,
                  subjects.since(dateOf(createdAtMs, language)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <section class="card" aria-labelledby="add-title">
        <h2 id="add-title">{subjects.add}</h2>
        <RunnerForm subject={null} onSaved={reload} />
      </section>
    </Page>
  );
}
