import type { ComponentChildren } from 'preact';
import type { SessionBody } from '../../api/session.ts';
import { useWords } from '../words/use-words.ts';
import { Logo } from './logo.tsx';
import { Link } from './navigation.tsx';
import { Preferences } from './preferences.tsx';
import type { Route } from './route.ts';

interface FrameProps {
  readonly session: SessionBody;
  readonly route: Route;
  readonly onSignOut: () => void;
  readonly children: ComponentChildren;
}

/** What surrounds every page: the way to the others, who is signed in, the switches. */
export function Frame({ session, route, onSignOut, children }: FrameProps) {
  const { shell } = useWords();
  const { page } = route;
  return (
    <>
      <a class="skip" href="#content">
        {shell.skip}
      </a>
      <header class="top">
        <div class="top-row">
          <Link to={{ page: 'analyses' }} class="brand">
            <Logo />
            <span>StrideLab</span>
          </Link>
          <nav class="main-nav" aria-label={shell.navigation}>
            <Link to={{ page: 'analyses' }} isCurrent={page === 'analyses' || page === 'analysis'}>
              {shell.analyses}
            </Link>
            <Link to={{ page: 'runners' }} isCurrent={page === 'runners' || page === 'runner'}>
              {shell.runners}
            </Link>
            <Link to={{ page: 'compare', first: null, second: null }} isCurrent={page === 'compare'}>
              {shell.compare}
            </Link>
            <Link to={{ page: 'account', section: 'keys' }} isCurrent={page === 'account'}>
              {shell.account}
            </Link>
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="bottom">
        <span class="who">{shell.signedInAs(session.name, session.partner)}</span>
        <Preferences />
        <button type="button" class="quiet" onClick={onSignOut}>
          {shell.signOut}
        </button>
      </footer>
    </>
  );
}
