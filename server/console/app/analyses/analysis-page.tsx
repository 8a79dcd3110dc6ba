import { useState } from 'preact/hooks';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import type { ConsoleSubject } from '../../api/subjects.ts';
import { isMissing } from '../api/refused.ts';
import { request } from '../api/request.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Ask } from '../forms/ask.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { MissingPage } from '../shell/missing-page.tsx';
import { go, Link } from '../shell/navigation.tsx';
import { Page } from '../shell/page.tsx';
import { dateTimeOf } from '../words/formats.ts';
import { useSpoken } from '../words/use-words.ts';
import { Failure } from './failure.tsx';
import { FinishedAnalysis } from './finished-analysis.tsx';
import { viewName } from './naming.ts';
import { ProgressLine } from './progress-line.tsx';
import { ToldChanges } from './told-changes.tsx';
import { useAnalysis } from './use-analysis.ts';

/** One analysis: how far it is, why it failed, or what came out. */
export function AnalysisPage({ id }: { readonly id: string }) {
  const { language, words } = useSpoken();
  const { body: analysis, error, reload } = useAnalysis(id);
  const subjectId = analysis?.subjectId ?? null;
  // One that has been deleted has no name any more.
  const runner = useLoaded<ConsoleSubject>(subjectId === null ? null : `/subjects/${encodeURIComponent(subjectId)}`)
    .body?.name;
  const view = analysis ? viewName(analysis, words) : words.analyses.title;
  const title = runner ? `${runner} · ${view}` : view;
  if (isMissing(error))
    return <MissingPage title={title} error={error} to={{ page: 'analyses' }} link={words.common.toStart} />;
  return (
    <Page title={title} tools={analysis ? <Tools analysis={analysis} /> : null}>
      {analysis ? <p class="hint">{dateTimeOf(analysis.createdAtMs, language)}</p> : null}
      <RefusalNotice error={error} onAgain={reload} />
      {analysis === null && error === null ? <p class="hint">{words.common.loading}</p> : null}
      {analysis ? <ToldChanges analyses={[analysis]} /> : null}
      {analysis ? <Outcome analysis={analysis} label={title} /> : null}
    </Page>
  );
}

function Outcome({ analysis, label }: { readonly analysis: ConsoleAnalysis; readonly label: string }) {
  const { analyses } = useSpoken().words;
  switch (analysis.status) {
    case 'pending':
    case 'analyzing':
      return (
        <div class="card waiting">
          <ProgressLine analysis={analysis} label={label} />
          <p class="soft">{analysis.status === 'pending' ? analyses.waitingText : analyses.analyzingText}</p>
        </div>
      );
    case 'failed':
      return (
        <div class="card">
          <Failure reason={analysis.reason} />
          <Link to={{ page: 'analyses' }}>{analyses.title}</Link>
        </div>
      );
    case 'success':
      return <FinishedAnalysis analysis={analysis} />;
  }
}

function Tools({ analysis: { id, status, subjectId } }: { readonly analysis: ConsoleAnalysis }) {
  const { words } = useSpoken();
  const { analyses, common } = words;
  const [isAsking, setIsAsking] = useState(false);
  const remove = async () => {
    await request(`/analyses/${encodeURIComponent(id)}`, { method: 'DELETE' });
    go({ page: 'analyses' });
  };
  return (
    <>
      {subjectId ? (
        <Link class="button" to={{ page: 'runner', id: subjectId }}>
          {analyses.ofRunner}
        </Link>
      ) : null}
      {status === 'success' ? (
        <Link class="button" to={{ page: 'compare', first: id, second: null }}>
          {analyses.compareWith}
        </Link>
      ) : null}
      <button type="button" onClick={() => setIsAsking(true)}>
        {common.remove}
      </button>
      {isAsking ? (
        <Ask
          title={analyses.removeTitle}
          text={analyses.removeText}
          action={common.remove}
          onDo={remove}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
