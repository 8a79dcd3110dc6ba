import type { SessionBody } from '../../api/session.ts';
import { AccountPage } from '../account/account-page.tsx';
import { AnalysesPage } from '../analyses/analyses-page.tsx';
import { AnalysisPage } from '../analyses/analysis-page.tsx';
import { ComparePage } from '../compare/compare-page.tsx';
import { RunnerPage } from '../subjects/runner-page.tsx';
import { RunnersPage } from '../subjects/runners-page.tsx';
import { useWords } from '../words/use-words.ts';
import { Link } from './navigation.tsx';
import { Page } from './page.tsx';
import type { Route } from './route.ts';

/** The page of a route. */
export function RoutePage({ route, session }: { readonly route: Route; readonly session: SessionBody }) {
  const { common } = useWords();
  switch (route.page) {
    case 'analyses':
      return <AnalysesPage key="analyses" />;
    case 'analysis':
      return <AnalysisPage key={route.id} id={route.id} />;
    case 'runners':
      return <RunnersPage key="runners" />;
    case 'runner':
      return <RunnerPage key={route.id} id={route.id} />;
    case 'compare':
      return <ComparePage key="compare" first={route.first} second={route.second} />;
    case 'account':
      return <AccountPage key={route.section} section={route.section} session={session} />;
    case 'unknown':
      return (
        <Page key="unknown" title={common.notFound}>
          <Link to={{ page: 'analyses' }}>{common.toStart}</Link>
        </Page>
      );
  }
}
