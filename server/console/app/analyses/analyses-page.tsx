import { Page } from '../shell/page.tsx';
import { UploadForm } from '../upload/upload-form.tsx';
import { useWords } from '../words/use-words.ts';
import { AnalysisList } from './analysis-list.tsx';
import { useAnalyses } from './use-analyses.ts';

/** Where one begins: send clips, and see what became of those before. */
export function AnalysesPage() {
  const words = useWords();
  const list = useAnalyses(null);
  return (
    <Page title={words.upload.title}>
      <UploadForm onStarted={list.reload} />
      <section aria-labelledby="analyses-title">
        <h2 id="analyses-title">{words.analyses.title}</h2>
        <AnalysisList list={list} empty={words.analyses.empty} />
      </section>
    </Page>
  );
}
