import { useState } from 'preact/hooks';
import type { ConsoleSubject, SubjectHistory } from '../../api/subjects.ts';
import { AnalysisList } from '../analyses/analysis-list.tsx';
import { useAnalyses } from '../analyses/use-analyses.ts';
import { isMissing } from '../api/refused.ts';
import { request } from '../api/request.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Ask } from '../forms/ask.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { MissingPage } from '../shell/missing-page.tsx';
import { go } from '../shell/navigation.tsx';
import { Page } from '../shell/page.tsx';
import { useSpoken } from '../words/use-words.ts';
import { History } from './history.tsx';
import { RunnerForm } from './runner-form.tsx';

/** One runner: particulars, how the numbers went over time, analyses. */
export function RunnerPage({ id }: { readonly id: string }) {
  const { words } = useSpoken();
  const { subjects, common } = words;
  const path = `/subjects/${encodeURIComponent(id)}`;
  const subject = useLoaded<ConsoleSubject>(path);
  const history = useLoaded<SubjectHistory>(`${path}/history`);
  const list = useAnalyses(id);
  const [isAsking, setIsAsking] = useState(false);
  const remove = async () => {
    await request(path, { method: 'DELETE' });
    go({ page: 'runners' });
  };
  const title = subject.body ? (subject.body.name ?? subjects.unnamed) : subjects.title;
  if (isMissing(subject.error))
    return <MissingPage title={title} error={subject.error} to={{ page: 'runners' }} link={words.shell.runners} />;
  const reload = () => {
    subject.reload();
    history.reload();
  };
  return (
    <Page
      title={title}
      tools={
        subject.body ? (
          <button type="button" onClick={() => setIsAsking(true)}>
            {common.remove}
          </button>
        ) : null
      }
    >
      <RefusalNotice error={subject.error ?? history.error} onAgain={reload} />
      <section class="card" aria-labelledby="history-title">
        <h2 id="history-title">{subjects.history}</h2>
        {history.body ? <History entries={history.body} /> : null}
        {history.body === null && history.error === null ? <p class="hint">{common.loading}</p> : null}
      </section>
      <section aria-labelledby="of-runner-title">
        <h2 id="of-runner-title">{subjects.analyses}</h2>
        <AnalysisList list={list} empty={subjects.noAnalyses} isOfOneRunner />
      </section>
      {subject.body ? (
        <section class="card" aria-labelledby="edit-title">
          <h2 id="edit-title">{subjects.edit}</h2>
          <RunnerForm subject={subject.body} onSaved={subject.replace} />
        </section>
      ) : null}
      {isAsking ? (
        <Ask
          title={subjects.removeTitle}
          text={subjects.removeText}
          action={common.remove}
          onDo={remove}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </Page>
  );
}
