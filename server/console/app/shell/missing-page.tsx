import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { Link } from './navigation.tsx';
import { Page } from './page.tsx';
import type { Route } from './route.ts';

interface MissingPageProps {
  readonly title: string;
  readonly error: unknown;
  /** Where the others of its kind are. */
  readonly to: Route;
  readonly link: string;
}

/** Says that what the address names does not exist, and leads on. */
export function MissingPage({ title, error, to, link }: MissingPageProps) {
  return (
    <Page title={title}>
      <RefusalNotice error={error} />
      <Link class="button" to={to}>
        {link}
      </Link>
    </Page>
  );
}
